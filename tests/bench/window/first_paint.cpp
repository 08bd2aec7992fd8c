// Times a program from process start to its first paint, as the X server sees it: first damage of its first mapped
// window, and, with --ink, the first moment at which a region of that window holds that many pixels of another colour
// than its ground.
//
//   first_paint [--runs N] [--ink X,Y,W,H,PIXELS] -- PROGRAM [ARGUMENT...]
//
// Prints the median and all runs in milliseconds. Needs an X server with the DAMAGE extension (Xvfb has it).
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <memory>
#include <optional>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>
#include <xcb/damage.h>
#include <xcb/xcb.h>

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;
using Timepoint = std::chrono::steady_clock::time_point;

struct Free {
    void operator()(void *p) const { std::free(p); }
};
template<class T>
using Reply = std::unique_ptr<T, Free>;

struct Ink {
    int16_t x = 0, y = 0;
    uint16_t width = 0, height = 0;
    std::size_t pixels = 0;
};

class Display {
public:
    Display() : connection_(xcb_connect(nullptr, nullptr)) {
        if (xcb_connection_has_error(connection_) != 0) {
            std::fputs("first_paint: no X display\n", stderr);
            std::exit(2);
        }
        root_ = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data->root;
        const auto *extension = xcb_get_extension_data(connection_, &xcb_damage_id);
        if (extension == nullptr || extension->present == 0) {
            std::fputs("first_paint: the display has no DAMAGE extension\n", stderr);
            std::exit(2);
        }
        damageEvent_ = uint8_t(extension->first_event + XCB_DAMAGE_NOTIFY);
        Reply<xcb_damage_query_version_reply_t>(
            xcb_damage_query_version_reply(connection_, xcb_damage_query_version(connection_, 1, 1), nullptr));
        const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(connection_, root_, XCB_CW_EVENT_MASK, &mask);
        xcb_flush(connection_);
    }
    ~Display() { xcb_disconnect(connection_); }
    Display(const Display &) = delete;
    Display &operator=(const Display &) = delete;

    /// Milliseconds from `start` to the paint, or nothing within 30 s.
    std::optional<double> waitForPaint(Timepoint start, const std::optional<Ink> &ink) {
        xcb_window_t window = 0;
        while (std::chrono::steady_clock::now() - start < std::chrono::seconds(30)) {
            Reply<xcb_generic_event_t> event(nextEvent());
            if (!event)
                continue;
            const uint8_t type = event->response_type & 0x7f;
            if (type == XCB_CREATE_NOTIFY)
                watch(reinterpret_cast<xcb_create_notify_event_t *>(event.get()));
            else if (type == XCB_MAP_NOTIFY && window == 0)
                window = bigWindow(reinterpret_cast<xcb_map_notify_event_t *>(event.get()));
            else if (type == damageEvent_)
                xcb_damage_subtract(connection_, reinterpret_cast<xcb_damage_notify_event_t *>(event.get())->damage,
                                    XCB_NONE, XCB_NONE);
            const bool painted = type == damageEvent_ && window != 0 &&
                                 reinterpret_cast<xcb_damage_notify_event_t *>(event.get())->drawable == window;
            if (painted && (!ink || inkIn(window, *ink) >= ink->pixels))
                return Milliseconds(std::chrono::steady_clock::now() - start).count();
            xcb_flush(connection_);
        }
        return std::nullopt;
    }

private:
    xcb_generic_event_t *nextEvent() {
        if (auto *event = xcb_poll_for_event(connection_))
            return event;
        pollfd descriptor{.fd = xcb_get_file_descriptor(connection_), .events = POLLIN, .revents = 0};
        ::poll(&descriptor, 1, 20);
        return xcb_poll_for_event(connection_);
    }
    void watch(const xcb_create_notify_event_t *created) {
        if (created->parent != root_ || created->width < 2)
            return;
        xcb_damage_create(connection_, xcb_generate_id(connection_), created->window,
                          XCB_DAMAGE_REPORT_LEVEL_NON_EMPTY);
    }
    xcb_window_t bigWindow(const xcb_map_notify_event_t *mapped) {
        if (mapped->override_redirect != 0)
            return 0;
        const Reply<xcb_get_geometry_reply_t> geometry(
            xcb_get_geometry_reply(connection_, xcb_get_geometry(connection_, mapped->window), nullptr));
        return geometry && geometry->width >= 200 && geometry->height >= 150 ? mapped->window : 0;
    }
    std::size_t inkIn(xcb_window_t window, const Ink &ink) {
        const Reply<xcb_get_image_reply_t> image(xcb_get_image_reply(
            connection_,
            xcb_get_image(connection_, XCB_IMAGE_FORMAT_Z_PIXMAP, window, ink.x, ink.y, ink.width, ink.height, ~0U),
            nullptr));
        if (!image)
            return 0;
        std::map<uint32_t, std::size_t> colours;
        const auto *bytes = xcb_get_image_data(image.get());
        const std::size_t pixels = std::size_t(ink.width) * ink.height;
        for (std::size_t i = 0; i < pixels; ++i) {
            uint32_t pixel = 0;
            std::memcpy(&pixel, bytes + 4 * i, 4);
            ++colours[pixel];
        }
        const auto ground =
            std::max_element(colours.begin(), colours.end(), [](auto &a, auto &b) { return a.second < b.second; });
        return pixels - ground->second;
    }

    xcb_connection_t *connection_;
    xcb_window_t root_ = 0;
    uint8_t damageEvent_ = 0;
};

std::optional<double> timeOnce(char **command, const std::optional<Ink> &ink) {
    Display display;
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int null = open("/dev/null", O_RDWR);
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    const auto painted = display.waitForPaint(start, ink);
    kill(child, SIGTERM);
    for (int i = 0; i < 100 && waitpid(child, nullptr, WNOHANG) == 0; ++i)
        usleep(20'000);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return painted;
}

} // namespace

int main(int argc, char **argv) {
    int runs = 9;
    std::optional<Ink> ink;
    int at = 1;
    for (; at < argc && std::string(argv[at]) != "--"; at += 2) {
        const std::string option = argv[at];
        if (option == "--runs" && at + 1 < argc) {
            runs = std::atoi(argv[at + 1]);
        } else if (option == "--ink" && at + 1 < argc) {
            int x = 0, y = 0, w = 0, h = 0, pixels = 0;
            if (std::sscanf(argv[at + 1], "%d,%d,%d,%d,%d", &x, &y, &w, &h, &pixels) != 5)
                return 2;
            ink = Ink{int16_t(x), int16_t(y), uint16_t(w), uint16_t(h), std::size_t(pixels)};
        } else {
            break;
        }
    }
    if (at + 1 >= argc || std::string(argv[at]) != "--" || runs < 1) {
        std::fputs("usage: first_paint [--runs N] [--ink X,Y,W,H,PIXELS] -- PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto time = timeOnce(argv + at + 1, ink);
        if (!time) {
            std::fputs("first_paint: nothing was painted within 30 s\n", stderr);
            return 1;
        }
        times.push_back(*time);
    }
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    std::printf("%.0f", sorted[sorted.size() / 2]);
    for (const double time : times)
        std::printf(" %.0f", time);
    std::printf("\n");
    return 0;
}
