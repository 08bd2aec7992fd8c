// Boost's own code, compiled once (BOOST_ASIO_SEPARATE_COMPILATION, BOOST_BEAST_SEPARATE_COMPILATION).

// Beast 1.81 asserts that the end of a chunked body is 5 bytes long where 4 are right: a body without chunks that comes
// byte by byte would end a build with assertions.
#define BOOST_DISABLE_ASSERTS

#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
