#include "core/index/export.h"

#include "core/crypto/digest.h"
#include "core/model/csv.h"
#include "core/model/exports.h"
#include "core/model/key_json.h"
#include "core/platform/save_file.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype writeAt = 256 * 1024;

/// The bytes of an export, in the order they are written.
class Format {
public:
    Format(ExportFormat format, const ExportInfo &info)
        : format_(format), info_(info), asOf_(info.asOf ? QStringList{toRfc3339(*info.asOf)} : QStringList()) {}

    void begin() {
        if (format_ == ExportFormat::Json)
            return beginJson();
        bytes += csvLine(info_.asOf ? keyCsvHeader() << u"as_of"_s : keyCsvHeader());
    }
    void add(const ApiKey &key) {
        if (format_ == ExportFormat::Json)
            return writeFullKeyInfo(json_, key, info_.at);
        bytes += csvLine(keyCsvCells(key, info_.at) + asOf_);
    }
    void end() {
        if (format_ != ExportFormat::Json)
            return;
        json_.endArray();
        json_.endObject();
        bytes += '\n';
    }

    QByteArray bytes;

private:
    void beginJson() {
        json_.beginObject();
        json_.member("keyring"_L1, info_.keyring);
        json_.member("policy"_L1, info_.policy);
        json_.member("exported_at"_L1, info_.at);
        if (info_.asOf)
            json_.member("as_of"_L1, *info_.asOf);
        json_.name("activity_head"_L1);
        if (info_.head) {
            json_.beginObject();
            json_.member("seq"_L1, info_.head->seq);
            json_.member("hash"_L1, toHex(info_.head->hash));
            json_.endObject();
        } else {
            json_.null();
        }
        json_.name("keys"_L1);
        json_.beginArray();
    }

    ExportFormat format_;
    const ExportInfo &info_;
    QStringList asOf_; ///< a cell more in each line of an older copy
    JsonWriter json_{bytes};
};

Done flush(QIODevice &out, QByteArray &bytes) {
    if (out.write(bytes) != bytes.size())
        return failure(ErrorKind::Storage, QCoreApplication::translate(
                                               "Export", "The export could not be written: %1. Choose another place "
                                                         "or make room, then export again.")
                                               .arg(out.errorString()));
    bytes.clear();
    return {};
}

} // namespace

Done exportKeys(QIODevice &out, ExportFormat format, const ExportInfo &info, const KeySource &next,
                const std::function<bool()> &cancelled) {
    Format text(format, info);
    text.begin();
    while (const std::optional<ApiKey> key = next()) {
        text.add(settled(*key, info.at));
        if (text.bytes.size() < writeAt)
            continue;
        if (cancelled && cancelled())
            return failure(ErrorKind::Cancelled, QCoreApplication::translate("Export", "The export was stopped."));
        if (const Done written = flush(out, text.bytes); !written)
            return written;
    }
    text.end();
    return flush(out, text.bytes);
}

Done exportKeysToFile(const QString &path, ExportFormat format, const ExportInfo &info, const KeySource &next,
                      const std::function<bool()> &cancelled) {
    return saveFile(path, [&](QIODevice &out) { return exportKeys(out, format, info, next, cancelled); });
}

} // namespace keywright
