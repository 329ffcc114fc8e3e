/// The audit log as a file.
enum AuditExport {
    /// How many rows one file holds at most; older ones are left out.
    static let limit = 50_000

    /// `total`: how many rows match the filter; when that is more than `entries`, the last row of the file says so.
    static func file(of entries: [AuditEntry], total: Int, wording: AuditWording) -> [UInt8] {
        var writer = CSVWriter()
        writer.add(AccountTerms.auditColumns.map(CSVCell.text))
        for entry in entries { writer.add(cells(entry, wording)) }
        if total > entries.count {
            let notice = AccountTerms.auditExportIsCut(kept: entries.count, total: total)
            writer.add([.empty, .empty, .empty, .empty, .empty, .empty, .text(notice), .empty])
        }
        return writer.bytes
    }

    private static func cells(_ entry: AuditEntry, _ wording: AuditWording) -> [CSVCell] {
        [
            .number(Int(entry.id.rawValue)), .text(ROCDate.full(entry.at)), .text(entry.actor),
            .text(wording.name(of: entry.action)), .text(entry.action), .text(entry.subject),
            .text(wording.words(for: entry.detail, of: entry.action)), .text(entry.origin),
        ]
    }
}
