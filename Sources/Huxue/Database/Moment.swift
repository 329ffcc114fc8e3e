import GRDB

/// An instant, exact to the millisecond, stored as UTC ISO 8601 text such as `2026-11-21T06:55:41.123Z`.
///
/// Text of this one form sorts as time does, so SQL compares it directly. Whole milliseconds make
/// "one millisecond before the deadline" exact, which a floating-point date is not.
struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    let milliseconds: Int64

    /// The instants that four-digit years can write: 0000-01-01 to 9999-12-31.
    static let representable: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    /// Instants beyond `representable` become its nearer end.
    init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.representable.lowerBound), Self.representable.upperBound)
    }

    static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    func adding(seconds: Int64) -> Moment {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        guard !overflow else { return Moment(milliseconds: seconds > 0 ? .max : .min) }
        let (sum, beyond) = milliseconds.addingReportingOverflow(product)
        return Moment(milliseconds: beyond ? (seconds > 0 ? .max : .min) : sum)
    }

    func adding(minutes: Int) -> Moment {
        let (seconds, overflow) = Int64(minutes).multipliedReportingOverflow(by: 60)
        return adding(seconds: overflow ? (minutes > 0 ? .max : .min) : seconds)
    }

    /// Whole seconds from `earlier` to this, rounded down; negative when `earlier` is later.
    func seconds(since earlier: Moment) -> Int64 {
        let difference = milliseconds - earlier.milliseconds
        return (difference - (difference % 1000 + 1000) % 1000) / 1000
    }
}

extension Moment: LosslessStringConvertible {
    /// Written and read on every saved answer, so without intermediate strings.
    var description: String {
        let day = Day(daysSinceEpoch: Int(floorDivide(milliseconds, 86_400_000)))
        let rest = Int(floorRemainder(milliseconds, 86_400_000))
        return String(unsafeUninitializedCapacity: 24) { buffer in
            var place = 0
            func put(_ value: Int, digits: Int, then mark: Character) {
                var value = value
                for offset in stride(from: digits - 1, through: 0, by: -1) {
                    buffer[place + offset] = UInt8(ascii: "0") + UInt8(value % 10)
                    value /= 10
                }
                buffer[place + digits] = mark.asciiValue ?? 0
                place += digits + 1
            }
            put(day.year, digits: 4, then: "-")
            put(day.month, digits: 2, then: "-")
            put(day.day, digits: 2, then: "T")
            put(rest / 3_600_000, digits: 2, then: ":")
            put(rest / 60_000 % 60, digits: 2, then: ":")
            put(rest / 1000 % 60, digits: 2, then: ".")
            put(rest % 1000, digits: 3, then: "Z")
            return 24
        }
    }

    /// Reads exactly the form that `description` writes; nil for any other.
    init?(_ text: String) {
        var text = text
        let moment = text.withUTF8 { bytes -> Moment? in
            func number(_ start: Int, _ count: Int, then mark: Character) -> Int? {
                guard bytes[start + count] == mark.asciiValue else { return nil }
                var value = 0
                for place in start..<(start + count) {
                    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
                    value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
                }
                return value
            }
            guard bytes.count == 24, let year = number(0, 4, then: "-"), let month = number(5, 2, then: "-"),
                let date = number(8, 2, then: "T"), let day = Day(year: year, month: month, day: date),
                let hour = number(11, 2, then: ":"), hour < 24, let minute = number(14, 2, then: ":"), minute < 60,
                let second = number(17, 2, then: "."), second < 60, let fraction = number(20, 3, then: "Z")
            else { return nil }
            let seconds = Int64(day.daysSinceEpoch) * 86400 + Int64(hour * 3600 + minute * 60 + second)
            return Moment(milliseconds: seconds * 1000 + Int64(fraction))
        }
        guard let moment else { return nil }
        self = moment
    }
}

extension Moment: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Moment(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant: \(text)")
        }
        self = moment
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    (value - floorRemainder(value, divisor)) / divisor
}

func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
}

/// `value` in decimal with leading zeros up to `width` digits.
func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The number that ASCII digits write; nil when there is anything but digits, or nothing.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}

/// A stored text that is no instant is read as the earliest one: GRDB ends the process when a column cannot be read,
/// and a damaged file must not.
///
/// `doctor` names such columns.
extension Moment: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { description.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        String.fromDatabaseValue(value).map { Self($0) ?? Self(milliseconds: .min) }
    }
}
