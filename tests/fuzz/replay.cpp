// Runs a fuzz target over the files of folders: what was found once is never forgotten. Then over so many variants of
// each, which are the same in every run: `fuzz_http CORPUS 500`.
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdint>
#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr qsizetype longest = 8'192;

/// What parsers stumble over.
const QByteArrayList &pieces() {
    static const QByteArrayList all{QByteArray(1, '\0'),
                                    "\xff",
                                    "\xc3\x28",
                                    "\xe2\x80\x8b",
                                    "\r\n",
                                    "\r\n\r\n",
                                    "\"",
                                    "\\u0000",
                                    "{",
                                    "[[[[[[[[",
                                    "1e999",
                                    "-0",
                                    ":",
                                    "Bearer ",
                                    "%00",
                                    "..",
                                    "chunked",
                                    " ",
                                    "\xef\xbb\xbf",
                                    "\t",
                                    "0x7f",
                                    ",",
                                    "18446744073709551616"};
    return all;
}

class Variants {
public:
    explicit Variants(QList<QByteArray> corpus) : corpus_(std::move(corpus)) {}

    QByteArray of(const QByteArray &from, std::uint32_t seed) {
        random_.seed(seed);
        QByteArray bytes = from;
        for (qsizetype change = below(8); change >= 0; --change)
            alter(bytes);
        return bytes.first(std::min(bytes.size(), longest));
    }

private:
    qsizetype below(qsizetype bound) { return qsizetype(random_() % std::uint32_t(std::max<qsizetype>(bound, 1))); }

    void alter(QByteArray &bytes) {
        const qsizetype at = below(bytes.size());
        const qsizetype length = below(std::min<qsizetype>(bytes.size() - at, 64));
        switch (below(6)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = char(bytes.at(at) ^ char(1 << below(8)));
            break;
        case 1:
            bytes.insert(at, pieces().at(below(pieces().size())));
            break;
        case 2:
            bytes.remove(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, length));
            break;
        case 4:
            bytes.replace(at, length, pieces().at(below(pieces().size())));
            break;
        default:
            const QByteArray &other = corpus_.at(below(corpus_.size()));
            bytes.replace(at, bytes.size() - at, other.mid(below(other.size())));
        }
    }

    QList<QByteArray> corpus_;
    std::mt19937 random_;
};

void run(const QByteArray &bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    QStringList names;
    QList<QByteArray> corpus;
    for (const QFileInfo &entry : QDir(arguments.at(1)).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        names << entry.fileName();
        corpus << file.readAll();
    }
    Variants variants(corpus);
    for (qsizetype i = 0; i < corpus.size(); ++i) {
        std::fprintf(stderr, "%s\n", qPrintable(names.at(i))); // the one that fails stands last
        run(corpus.at(i));
        for (std::uint32_t seed = 0; seed < arguments.at(2).toUInt(); ++seed)
            run(variants.of(corpus.at(i), seed));
    }
    return corpus.isEmpty() ? 1 : 0;
}
