#include "ui/window/sample_keyring.h"

#include "core/keyring/reply.h"

#include <algorithm>
#include <array>

namespace keywright {

using namespace Qt::StringLiterals;

/// A made-up key: who has it, and what happened to it when. Names are data, not words of the program.
struct SampleKey {
    enum class End { None, Revoked, Rotated };

    const char16_t *name, *owner;
    int madeDaysAgo;
    int lifetimeDays; ///< 0: does not expire
    const char16_t *scopes;
    End end = End::None;
    int endedDaysAgo = 0;
    const char16_t *reason = u"";
    bool delivered = true;
    int lastUseMinutesAgo = -1; ///< -1: never used
    const char16_t *address = u"", *agent = u"";
};

namespace {

using End = SampleKey::End;

constexpr std::array sampleKeys{
    SampleKey{u"Zapier — production", u"Mira Lindqvist", 341, 365, u"read,write", End::None, 0, u"", true, 2,
              u"10.0.0.5", u"Zapier/1.0"},
    SampleKey{u"Mac sync script", u"Jonas Berg", 87, 90, u"read", End::None, 0, u"", true, 4300, u"192.0.2.17",
              u"curl/8.4.0"},
    SampleKey{u"Internal dashboard", u"data-team@example.com", 210, 0, u"read", End::Rotated, 3, u"", true, 55,
              u"10.0.0.21", u"node-fetch/3.3"},
    SampleKey{u"CI deploy", u"Platform team", 170, 365, u"read,write,delete", End::None, 0, u"", true, 61, u"10.0.3.8",
              u"git-runner/16.2"},
    SampleKey{u"John's compliance script — 2026", u"John Okafor", 120, 0, u"read"},
    SampleKey{u"Nightly backup", u"Platform team", 300, 365, u"read", End::None, 0, u"", true, 640, u"10.0.3.2",
              u"restic/0.16"},
    SampleKey{u"Mobile app — staging", u"Aiko Tanaka", 45, 60, u"read,write", End::None, 0, u"", true, 27,
              u"198.51.100.40", u"okhttp/4.12"},
    SampleKey{u"Mobile app — production", u"Aiko Tanaka", 45, 365, u"read,write", End::None, 0, u"", true, 1,
              u"198.51.100.41", u"okhttp/4.12"},
    SampleKey{u"Invoice importer", u"finance@example.com", 140, 90, u"read,write", End::None, 0, u"", true, 75000,
              u"10.0.1.9", u"python-requests/2.31"},
    SampleKey{u"Grafana alerts", u"Platform team", 260, 0, u"read", End::None, 0, u"", true, 4, u"10.0.3.11",
              u"Grafana/10.2"},
    SampleKey{u"Old laptop of Sam", u"Sam Rivera", 230, 0, u"read,write", End::Revoked, 41, u"lost_device", true, 130,
              u"203.0.113.77", u"curl/7.88.1"},
    SampleKey{u"Trial integration — Acme", u"partners@example.com", 100, 30, u"read"},
    SampleKey{u"Terraform", u"Platform team", 33, 365, u"read,write,admin", End::None, 0, u"", true, 2900, u"10.0.3.8",
              u"terraform/1.6"},
    SampleKey{u"Slack bot", u"Mira Lindqvist", 190, 0, u"read", End::Revoked, 12, u"unused", true, 130000,
              u"192.0.2.200", u"Slackbot 1.0"},
    SampleKey{u"Data warehouse export", u"data-team@example.com", 75, 90, u"read", End::None, 0, u"", true, 185,
              u"10.0.2.30", u"dbt/1.7"},
    SampleKey{u"Newsletter sign-up form", u"marketing@example.com", 60, 0, u"write", End::None, 0, u"", true, 12,
              u"203.0.113.5", u"Mozilla/5.0"},
    SampleKey{u"Contractor access — L. Haas", u"Lena Haas", 64, 90, u"read", End::Revoked, 20, u"left", true, 31000,
              u"203.0.113.150", u"PostmanRuntime/7.36"},
    SampleKey{u"Load test", u"Aiko Tanaka", 21, 7, u"read,write", End::None, 0, u"", true, 21000, u"10.0.4.4",
              u"k6/0.48"},
    SampleKey{u"Support console", u"support@example.com", 9, 365, u"read", End::None, 0, u"", true, 9, u"10.0.0.33",
              u"axios/1.6"},
    SampleKey{u"Webhook relay", u"Jonas Berg", 4, 30, u"write", End::None, 0, u"", false},
    SampleKey{u"Partner feed — Nordwind", u"partners@example.com", 2, 365, u"read", End::None, 0, u"", true, 1500,
              u"198.51.100.9", u"Java-http-client/17"},
    SampleKey{u"Home automation", u"Jonas Berg", 0, 60, u"read"},
};

constexpr Seconds shortly{60};
constexpr Seconds hour{3600};

Seconds daysBack(int days) {
    return days == 0 ? hour : Seconds(Days(days));
}

} // namespace

SampleFiller::SampleFiller(LocalKeyring &keyring, SampleClock &clock)
    : QObject(&keyring), keyring_(keyring), clock_(clock) {
    plan();
}

void SampleFiller::start() {
    next();
}

void SampleFiller::plan() {
    for (const SampleKey &sample : sampleKeys) {
        const QString name = QString::fromUtf16(sample.name);
        planLife(sample, name);
        planUse(sample, name);
    }
    step(hour / 3, [this] {
        Draft test;
        test.test = true;
        await(keyring_.create(test, {}));
    });
    std::ranges::stable_sort(steps_, std::ranges::greater(), &Step::ago);
}

void SampleFiller::planLife(const SampleKey &sample, const QString &name) {
    Draft draft;
    draft.name = name;
    draft.scopes = QString::fromUtf16(sample.scopes).split(u',');
    draft.expiry = sample.lifetimeDays > 0 ? Expiry(ExpiresInDays{sample.lifetimeDays}) : Expiry(NeverExpires{});
    draft.owner = QString::fromUtf16(sample.owner);
    const Seconds made = daysBack(sample.madeDaysAgo);
    const Seconds ended = daysBack(sample.endedDaysAgo);
    const auto deliver = [this, name] { await(keyring_.markDelivered(made_.value(name).id)); };
    step(made, [this, draft] { await(keyring_.create(draft, {})); });
    if (sample.delivered)
        step(made - shortly, deliver);
    if (sample.end == End::Revoked)
        step(ended, [this, name, reason = QString::fromUtf16(sample.reason)] {
            dead_.insert(name);
            await(keyring_.revoke({made_.value(name).id}, reason));
        });
    if (sample.end == End::Rotated) {
        step(ended, [this, name] { await(keyring_.rotate(made_.value(name).id, {}, {})); });
        step(ended - shortly, deliver);
    }
}

void SampleFiller::planUse(const SampleKey &sample, const QString &name) {
    if (sample.lastUseMinutesAgo < 0)
        return;
    const Seconds last = std::chrono::minutes(sample.lastUseMinutesAgo);
    const Use use{.at = {},
                  .address = QString::fromUtf16(sample.address),
                  .agent = QString::fromUtf16(sample.agent),
                  .refused = false};
    for (const Seconds before : {Seconds(Days(3)), Seconds(Days(1)), hour, Seconds{0}})
        if (last + before < daysBack(sample.madeDaysAgo) - shortly)
            step(last + before, [this, name, use] { useKey(name, use); });
}

void SampleFiller::step(Seconds ago, std::function<void()> run) {
    steps_.push_back({ago, std::move(run)});
}

void SampleFiller::useKey(const QString &name, Use use) {
    use.at = clock_.now();
    use.refused = dead_.contains(name);
    await(keyring_.recordUse(made_.value(name).id, use));
}

template<class T>
void SampleFiller::await(const Reply<T> &reply) {
    whenDone(reply, this, [this](const Result<T> &result) {
        if constexpr (std::is_same_v<T, Issued>)
            if (result)
                made_.insert(result->key.name, result->key);
        next();
    });
}

void SampleFiller::next() {
    if (steps_.empty()) {
        clock_.setBack(Seconds{0});
        Q_EMIT finished();
        deleteLater();
        return;
    }
    const Step step = std::move(steps_.front());
    steps_.pop_front();
    clock_.setBack(step.ago);
    step.run();
}

} // namespace keywright
