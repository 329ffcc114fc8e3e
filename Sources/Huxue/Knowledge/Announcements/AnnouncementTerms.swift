/// Words of announcements that stand in files as well as on pages.
enum AnnouncementTerms {
    static func notes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "必讀公告", link: (AnnouncementAddress.list, "全部的必讀公告"), notes: notes, place: 4)
    }

    /// Beside a name under a heading that tells whether it was read: nothing for somebody who just has not.
    static func words(_ line: AnnouncementOverview.Line) -> String {
        if let departure = line.departure {
            let line = AnnouncementOverview.Line(member: line.member, standing: line.standing, remindedOn: nil)
            return name(of: departure) + "　" + words(line)
        }
        let reminded = line.remindedOn.map { "\(ROCDate.short($0)) 提醒過" } ?? ""
        switch line.standing {
        case .read(let reading):
            return "第 \(reading.number) 版　\(ROCDate.withTime(reading.readAt))\(reading.isLate ? "（逾期）" : "")"
        case .readBefore(let reading): return "已讀舊版（第 \(reading.number) 版）　\(reminded)"
        case .unread: return reminded
        }
    }

    static func name(of departure: AnnouncementOverview.Departure) -> String {
        switch departure {
        case .left: "已離職"
        case .moved: "已不在應讀對象"
        }
    }

    static func state(_ line: AnnouncementOverview.Line) -> String {
        state(line.standing) + (line.departure.map { "（\(name(of: $0))）" } ?? "")
    }

    private static func state(_ standing: AnnouncementStanding) -> String {
        switch standing {
        case .read(let reading): reading.isLate ? "已讀（逾期）" : "已讀"
        case .readBefore: "已讀舊版"
        case .unread: "未讀"
        }
    }

    static let unsent = "尚未發送"
    static let drafted = "由新舊條文對照產生"
    static func sent(_ count: Int) -> String { "公告已發出，選到的 \(count) 位同仁會在首頁看到。" }
    static func renewed(_ count: Int) -> String { "已請 \(count) 位同仁確認新版。" }
    /// How many the choice reaches, before it is sent.
    static func reach(_ count: Int) -> String { count == 0 ? "還沒有選到在職同仁。" : "會請 \(count) 位在職同仁確認。" }
    static func reminded(_ count: Int) -> String { "已提醒 \(count) 人，他們的首頁會寫「承辦人提醒」。" }
}
