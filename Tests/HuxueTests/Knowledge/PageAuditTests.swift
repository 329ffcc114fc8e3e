import GRDB
import Testing

@testable import Huxue

/// What the audit page says of what is done to pages, from what is really written.
@Suite struct PageAuditTests {
    private func details(_ action: AuditAction, in office: SampleOffice) throws -> [String] {
        let reader = try #require(try office.visitor("zonghan")).actor
        return try office.database.readAndWait { db in
            try AuditNameStore.lines(
                try AuditStore.entries(AuditFilter(action: action.code), limit: 9, in: db),
                vocabularies: Features.all.house.vocabularies, for: reader, in: db
            ).map(\.detail)
        }
    }

    @Test func `a confirmation and changes of state are told in words`() throws {
        let office = try SamplePages.office()
        var letter = SamplePages.content("letter", .interpretation, body: "免費。")
        letter.interpretation = .sample
        for content in [SamplePages.content("moving-in"), letter] { try SamplePages.save(content, in: office) }
        letter.state = .superseded
        let changed = letter
        let acting = try AnnouncementSample.acting("shufen", in: office)
        try office.database.writeAndWait { db in
            let page = try #require(try PageStore.page(code: "moving-in", in: db))
            try PageActions.confirm(page, seen: 1, shown: nil, by: acting, in: db)
            let retired = try PageRevisionActions.changed("moving-in", to: .retired, for: acting.actor, in: db)
            try PageRevisionActions.change(PreparedPage(retired), over: 1, reason: "併入: 其他頁", by: acting, in: db)
            _ = try PageEditActions.save(
                PageEditActions.Written(PreparedPage(changed), over: 1, reason: "新函釋取代", draft: ""), by: acting,
                in: db)
        }
        #expect(try details(.pageReview, in: office) == ["115年11月21日確認仍正確"])
        #expect(try details(.pageState, in: office) == ["停止適用：新函釋取代", "停用：併入: 其他頁"])
    }
}

extension PageContent.Interpretation {
    fileprivate static let sample = PageContent.Interpretation(
        number: "台內戶字第1號", issuedOn: SampleStaff.today, issuer: "內政部")
}
