#include "core/keyring/write_queue.h"

#include "core/store/commit_group.h"

namespace keywright {

namespace {

constexpr std::size_t mostTogether = 64;

} // namespace

void WriteQueue::add(Write write) {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back(std::move(write));
}

/// The next that commit together, or the one that commits alone.
std::vector<WriteQueue::Write> WriteQueue::take(bool mayWrite) {
    const std::scoped_lock lock(mutex_);
    std::vector<Write> taken;
    const std::size_t most = mayWrite ? mostTogether : 1;
    while (!waiting_.empty() && taken.size() < most) {
        const bool alone = waiting_.front().commit == Commit::Alone;
        if (alone && !taken.empty())
            break;
        taken.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
        if (alone)
            break;
    }
    return taken;
}

bool WriteQueue::run(const Result<Session *> &session, bool mayWrite) {
    bool any = false;
    for (auto writes = take(mayWrite); !writes.empty(); writes = take(mayWrite)) {
        any = true;
        if (!session) {
            for (const Write &write : writes)
                write.tell(std::unexpected(session.error()));
        } else if (writes.size() == 1) {
            writes.front().run(**session);
            writes.front().tell({});
        } else {
            runTogether(**session, std::move(writes));
        }
    }
    return any;
}

void WriteQueue::runTogether(Session &session, std::vector<Write> writes) {
    auto group = CommitGroup::begin(*session.connection);
    if (!group) {
        for (const Write &write : writes)
            write.tell(std::unexpected(group.error()));
        return;
    }
    std::size_t ran = 0;
    while (ran < writes.size() && group->isSound())
        writes[ran++].run(session);
    const Done durable = group->commit();
    for (std::size_t i = 0; i < ran; ++i)
        writes[i].tell(durable);
    // What never ran because the database gave up the group is tried anew, in its order.
    const std::scoped_lock lock(mutex_);
    for (std::size_t i = writes.size(); i > ran; --i)
        waiting_.push_front(std::move(writes[i - 1]));
}

} // namespace keywright
