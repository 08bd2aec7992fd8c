// Values that repeat, each held once: owners, sets of scopes, reasons.
#pragma once

#include <QHash>

#include <cstdint>
#include <optional>
#include <vector>

namespace keywright {

/// Code 0 is the empty value. Codes are never taken back; what no row uses any more stays until clear().
template<class T>
class Dictionary {
public:
    using Code = std::uint32_t;

    Code code(const T &value) {
        const auto found = codes_.constFind(value);
        if (found != codes_.constEnd())
            return *found;
        values_.push_back(value);
        return *codes_.insert(value, Code(values_.size() - 1));
    }
    std::optional<Code> find(const T &value) const {
        const auto found = codes_.constFind(value);
        return found == codes_.constEnd() ? std::nullopt : std::optional(*found);
    }
    const T &operator[](Code code) const { return values_[code]; }
    std::size_t size() const { return values_.size(); }
    qsizetype memoryBytes() const {
        return qsizetype(values_.capacity() * sizeof(T)) + codes_.capacity() * qsizetype(sizeof(T) + sizeof(Code) + 1);
    }

private:
    QHash<T, Code> codes_{{T{}, 0}};
    std::vector<T> values_{T{}};
};

} // namespace keywright
