// The limit the window's start is measured against: a bare Qt window with an empty table.
#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>

int main(int argc, char **argv) {
    const QApplication application(argc, argv);
    QStandardItemModel model(0, 6);
    QMainWindow window;
    auto *table = new QTableView(&window);
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
