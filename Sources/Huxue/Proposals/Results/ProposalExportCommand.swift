import ArgumentParser
import Foundation

struct ProposalExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把一次徵件的排名或評分明細輸出成檔案內容，可轉存；應迴避的提案不在其中。")

    @Argument(help: "徵件的編號，見網址 /manage/calls/ 後面的數字。")
    var call: String

    @Option(help: "ranking（每件一列）或 scores（每份評分的每一項一列）。")
    var kind = "ranking"

    @Option(help: "csv 或 xlsx。")
    var format = "csv"

    @OptionGroup var options: DataOptions

    func validate() throws {
        if ProposalResultFile.Kind(rawValue: kind) == nil {
            throw ValidationError(
                ProposalResultTerms.unknown(kind, ProposalResultFile.Kind.allCases.map(\.rawValue)))
        }
        if ProposalResultFile.Format(rawValue: format) == nil {
            throw ValidationError(
                ProposalResultTerms.unknown(format, ProposalResultFile.Format.allCases.map(\.rawValue)))
        }
    }

    func run() async throws {
        guard let id = ID<ProposalCall>(call), let kind = ProposalResultFile.Kind(rawValue: kind),
            let format = ProposalResultFile.Format(rawValue: format)
        else { throw ProposalCallRefusal.missing }
        let session = try options.open()
        let results = try await session.database.write(as: session.acting) {
            try ProposalResultActions.export(kind, of: id, by: $0, in: $1)
        }
        Console.raw(try ProposalResultFile.bytes(kind, format, of: results))
    }
}
