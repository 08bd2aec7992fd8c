#pragma once

#include "core/model/result.h"

#include <QTest>

/// Fails the test with the error's words when a Result holds none.
#define VERIFY_RESULT(result)                                                                                          \
    do {                                                                                                               \
        const auto &verified_ = (result);                                                                              \
        QVERIFY2(verified_.has_value(), verified_.has_value() ? "" : qPrintable(verified_.error().message));           \
    } while (false)
/// Fails unless the Result holds an error of this kind.
#define VERIFY_ERROR(result, errorKind)                                                                                \
    do {                                                                                                               \
        const auto &verified_ = (result);                                                                              \
        QVERIFY2(!verified_.has_value(), "expected an error, got a value");                                            \
        QVERIFY2(verified_.error().kind == (errorKind), qPrintable(verified_.error().message));                        \
    } while (false)

namespace keywright::test {

/// Waits (event loop running) for a reply and returns its result.
template<class T>
Result<T> await(const Reply<T> &reply, int milliseconds = 30'000) {
    if (!QTest::qWaitFor([&] { return reply.isFinished(); }, milliseconds))
        return Result<T>(failure(ErrorKind::Cancelled, QStringLiteral("no answer in time")));
    if (reply.resultCount() == 0)
        return Result<T>(failure(ErrorKind::Cancelled, QStringLiteral("cancelled")));
    return reply.result();
}

} // namespace keywright::test
