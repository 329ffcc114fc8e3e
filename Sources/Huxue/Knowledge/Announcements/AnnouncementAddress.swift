/// Where the work with announcements that must be read stands on this site.
enum AnnouncementAddress {
    static let list: Address = "/announcements"

    /// Sending it, and who has read it.
    static func overview(_ code: String) -> Address { "\(PageAddress.page(code))/announcement" }
    /// How many people a choice reaches.
    static func audience(_ code: String) -> Address { "\(overview(code))/audience" }
    static func readings(_ code: String) -> Address { "\(overview(code))/readings.csv" }
    static func reading(_ code: String) -> Address { "\(overview(code))/reading" }
    static func reminder(_ code: String) -> Address { "\(overview(code))/reminder" }
    static func renewal(_ code: String) -> Address { "\(overview(code))/renewal" }
    static func withdrawal(_ code: String) -> Address { "\(overview(code))/withdrawal" }
}
