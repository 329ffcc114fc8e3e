/// 閱讀情形: who has read an announcement, for a spreadsheet.
enum AnnouncementFile {
    static let header = ["員工編號", "姓名", "單位", "職稱", "情形", "確認版次", "確認時間", "最近提醒"]

    static func name(of page: Page) -> String { "\(page.title)-閱讀情形.csv" }

    /// CSV with BOM; those who have moved or left follow the others.
    ///
    /// Times as Taipei's, in ISO 8601, which spreadsheets read.
    static func csv(_ overview: AnnouncementOverview) -> [UInt8] {
        CSVWriter.file(header: header, rows: (overview.lines + overview.departed).map(row))
    }

    private static func row(_ line: AnnouncementOverview.Line) -> [CSVCell] {
        let employee = line.member.employee
        let reading: AnnouncementReading? =
            switch line.standing {
            case .read(let reading), .readBefore(let reading): reading
            case .unread: nil
            }
        return [
            .text(employee.staffNumber), .text(employee.name), .text(line.member.unitName), .text(employee.position),
            .text(AnnouncementTerms.state(line)), reading.map { .number($0.number) } ?? .empty,
            CSVCell(reading.map { ROCDate.full($0.readAt) }),
            CSVCell(line.remindedOn.map(ROCDate.plain)),
        ]
    }
}
