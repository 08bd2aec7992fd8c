// Runs a fuzz target over the files of folders: what was found once is never forgotten.
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    int count = 0;
    for (const QString &folder : QCoreApplication::arguments().mid(1)) {
        for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(entry.filePath());
            if (!file.open(QIODevice::ReadOnly))
                return 1;
            const QByteArray bytes = file.readAll();
            std::fprintf(stderr, "%s\n", qPrintable(entry.fileName())); // the one that fails stands last
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                   std::size_t(bytes.size()));
            ++count;
        }
    }
    return count > 0 ? 0 : 1;
}
