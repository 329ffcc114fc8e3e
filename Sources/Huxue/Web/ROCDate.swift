/// The one formatter and parser of what people read as dates: years of the Republic, Asia/Taipei (UTC+8, without summer
/// time since 1980), 24 hours.
enum ROCDate {
    private static let offset: Int64 = 8 * 3600 * 1000
    private static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]

    /// The year of the Republic of a Gregorian year: 115 for 2026.
    static func year(_ gregorian: Int) -> Int { gregorian - 1911 }

    static func day(of moment: Moment) -> Day {
        Day(daysSinceEpoch: Int(floorDivide(moment.milliseconds + offset, 86_400_000)))
    }

    /// The first instant of that day in Taipei.
    static func start(of day: Day) -> Moment {
        Moment(milliseconds: Int64(day.daysSinceEpoch) * 86_400_000 - offset)
    }

    /// `115年11月21日`.
    static func long(_ day: Day) -> String {
        "\(year(day.year))年\(day.month)月\(day.day)日"
    }

    /// `115/11/21（六）`.
    static func withWeekday(_ day: Day) -> String {
        "\(plain(day))（\(weekdays[day.weekday])）"
    }

    /// `115/11/21`.
    static func plain(_ day: Day) -> String {
        "\(year(day.year))/\(day.month)/\(day.day)"
    }

    /// `11/21（六）`.
    static func short(_ day: Day) -> String {
        "\(day.month)/\(day.day)（\(weekdays[day.weekday])）"
    }

    /// `星期六`.
    static func weekday(_ day: Day) -> String { "星期" + weekdays[day.weekday] }

    /// `115/11/21（六）14:55`.
    static func withTime(_ moment: Moment) -> String {
        "\(withWeekday(day(of: moment)))\(minutes(moment))"
    }

    /// `11/21（六）14:55`.
    static func shortWithTime(_ moment: Moment) -> String {
        "\(short(day(of: moment)))\(minutes(moment))"
    }

    /// `14:55`.
    static func minutes(_ moment: Moment) -> String {
        String(seconds(moment).prefix(5))
    }

    /// `14:55:41`.
    static func seconds(_ moment: Moment) -> String {
        let second = Int(floorRemainder(moment.milliseconds + offset, 86_400_000)) / 1000
        return "\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2)):\(padded(second % 60, to: 2))"
    }

    /// `115/11/21 14:55:41`, for files that people read.
    static func full(_ moment: Moment) -> String { "\(plain(day(of: moment))) \(seconds(moment))" }

    /// `115/11/21 14:55`, the form in which fields are filled and read back.
    static func field(_ moment: Moment) -> String {
        "\(plain(day(of: moment))) \(minutes(moment))"
    }

    /// ISO 8601 with Taipei's offset, `2026-11-21T14:55:41+08:00`, for exports and `--json`.
    static func iso(_ moment: Moment) -> String {
        "\(day(of: moment))T\(seconds(moment))+08:00"
    }

    /// Reads a day: `115/11/21`, `115.11.21`, `115-11-21`, `115年11月21日`, `民國115年11月21日`, `1151121`, and Gregorian
    /// `2026-11-21` or `2026/11/21`.
    ///
    /// Years below 1000 are the Republic's. Full-width digits count.
    static func parseDay(_ text: String) -> Day? {
        var rest = Substring(halfWidth(text).filter { !$0.isWhitespace })
        if rest.hasPrefix("民國") { rest = rest.dropFirst(2) }
        let parts = rest.split(omittingEmptySubsequences: false) { "/.-年月日".contains($0) }
        let fields = parts.last?.isEmpty == true && rest.hasSuffix("日") ? parts.dropLast() : parts[...]
        if fields.count == 1, let run = fields.first, run.utf8.count == 7 || run.utf8.count == 6 {
            return make(run.dropLast(4), run.dropLast(2).suffix(2), run.suffix(2))
        }
        guard fields.count == 3 else { return nil }
        return make(fields[fields.startIndex], fields[fields.startIndex + 1], fields[fields.startIndex + 2])
    }

    /// Reads a day and a time, `115/11/21 14:55` or `2026-11-21T14:55`, as Asia/Taipei.
    ///
    /// Nil for anything else.
    static func parseMoment(_ text: String) -> Moment? {
        let trimmed = halfWidth(text).split(whereSeparator: { $0.isWhitespace || $0 == "T" })
        guard trimmed.count == 2, let day = parseDay(String(trimmed[0])) else { return nil }
        let clock = trimmed[1].split(separator: ":", omittingEmptySubsequences: false).map { Array($0.utf8)[...] }
        guard clock.count == 2 || clock.count == 3, clock.allSatisfy({ (1...2).contains($0.count) }),
            let hour = decimal(clock[0]), hour < 24, let minute = decimal(clock[1]), minute < 60,
            let second = clock.count == 3 ? decimal(clock[2]) : 0, second < 60
        else { return nil }
        return start(of: day).adding(seconds: Int64(hour * 3600 + minute * 60 + second))
    }

    private static func make(_ year: Substring, _ month: Substring, _ day: Substring) -> Day? {
        guard let year = decimal(Array(year.utf8)[...]), let month = decimal(Array(month.utf8)[...]),
            let day = decimal(Array(day.utf8)[...])
        else { return nil }
        return Day(year: year < 1000 ? year + 1911 : year, month: month, day: day)
    }

    /// Full-width digits, letters and marks as their plain ones.
    static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
