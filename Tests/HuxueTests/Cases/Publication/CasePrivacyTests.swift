import GRDB
import Testing

@testable import Huxue

/// What points to a person is redacted or waived before a case study is submitted, and looked for again after.
@Suite struct CasePrivacyTests {
    private let sample: SampleCases

    init() throws {
        sample = try SampleCases()
    }

    /// A valid number that belongs to nobody, and an invented telephone.
    private static let number = "A123456789"
    private static let mobile = "0912-345-678"

    private static var form: CaseForm {
        var form = SampleCases.form()
        form[.events] = "民眾出示 \(number)。\n櫃檯撥了 \(mobile)，無人接聽。"
        form[.handling] = "再撥 \(mobile)。"
        return form
    }

    private func resolve(_ id: ID<CaseStudy>, _ choices: [CaseFindChoice?], over revision: Int = 1) throws {
        let acting = try sample.acting("yachu")
        try sample.office.database.writeAndWait {
            try CasePrivacyActions.resolve(id, choices, over: revision, by: acting, in: $0)
        }
    }

    @Test func `each text of a field is one find, in the order of the form`() {
        let finds = CasePrivacyRules.finds(in: Self.form)
        #expect(finds.map(\.field) == [.events, .events, .handling])
        #expect(finds.map(\.text) == [Self.number, Self.mobile, Self.mobile])
        #expect(finds.map(\.isWaivable) == [false, true, true])
        var twice = SampleCases.form()
        twice[.events] = "\(Self.mobile)，又是 \(Self.mobile)。"
        #expect(CasePrivacyRules.finds(in: twice).count == 1)
        let redacted = CasePrivacyRules.redacted(twice, CasePrivacyRules.finds(in: twice))
        #expect(CasePrivacyRules.finds(in: redacted).isEmpty && !redacted[.events].contains("345"))
    }

    @Test func `an attachment whose name points to a person is taken out`() {
        var form = SampleCases.form()
        form[.attachments] = "應備文件.pdf\n\(Self.number)申請書.pdf"
        let redacted = CasePrivacyRules.redacted(form, CasePrivacyRules.finds(in: form))
        #expect(redacted.attachmentNames == ["應備文件.pdf"])
    }

    @Test func `nothing is submitted before everything is decided`() throws {
        let id = try sample.add(Self.form, isSubmitted: true)
        let draft = try sample.study(id)
        #expect(draft.state == .draft)
        #expect(throws: CaseRefusal.undecidedFinds) { try sample.perform(.submit, on: id, by: "yachu") }
        for choices: [CaseFindChoice?] in [
            [], [.redact, .redact], [.redact, nil, .redact], [.redact, .waive(reason: ""), .redact],
        ] {
            #expect(throws: CaseRefusal.undecidedFinds) { try resolve(id, choices) }
        }
        #expect(throws: CaseRefusal.changedMeanwhile) { try resolve(id, [.redact, .redact, .redact], over: 2) }
        try resolve(id, [.redact, .waive(reason: "總機"), .redact])
        let (study, revision) = (try sample.study(id), try sample.current(id))
        #expect(study.state == .submitted && revision.number == 2)
        #expect(!revision.form[.events].contains(Self.number) && revision.form[.events].contains(Self.mobile))
        #expect(!revision.form[.handling].contains(Self.mobile))
        let findings = try sample.findings()
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test func `a number that names one person is never waived`() throws {
        let id = try sample.add(Self.form)
        let proposal = try #require(CasePrivacyRules.finds(in: Self.form).first).proposal
        #expect(throws: CaseRefusal.notWaivable(proposal)) {
            try resolve(id, [.waive(reason: "範例"), .redact, .redact])
        }
        let waivers = try sample.office.database.readAndWait { try CaseWaiverStore.waivers(of: id, in: $0) }
        #expect(waivers.isEmpty)
        let waiver = CaseWaiver(
            field: .events, kind: PrivacyKind.identityNumber.rawValue, text: Self.number, reason: "範例", name: "林雅筑")
        #expect(CasePrivacyRules.open(in: Self.form, [waiver]).count == 3)
    }

    @Test func `neither a comment nor a conclusion brings one in later`() throws {
        let id = try sample.add(isSubmitted: true)
        try sample.advance(id, to: .discussion)
        let (acting, text) = (try sample.acting("shufen"), "當事人是 \(Self.number)")
        #expect(throws: CaseRefusal.self) {
            try sample.office.database.writeAndWait {
                try CaseDiscussionActions.comment(text, on: id, answering: nil, by: acting, in: $0)
            }
        }
        #expect(throws: CaseRefusal.self) { try sample.perform(.conclude(text, revision: 1), on: id) }
        let study = try sample.study(id)
        #expect(study.state == .discussion)
    }

    @Test func `authors decide on one page, and the second person sees what was kept`() async throws {
        let form = Self.form
        try await sample.office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let fields =
                form.values.map { ($0.key.rawValue, $0.value) }
                + [("intent", "submit"), ("base", "0"), ("draft", String(repeating: "a", count: 32)), ("seen", "")]
            let saved = try await yachu.post("/cases/new", fields)
            #expect(saved.status == 303 && saved.location.hasSuffix("/privacy"))
            let page = try await yachu.get(saved.location)
            #expect(page.status == 200 && page.text.contains("<mark>\(Self.number)</mark>"))
            #expect(page.text.contains("證號一定要遮蔽"))
            let half = [("revision", "1"), ("choice-0", "redact"), ("choice-1", "waive"), ("choice-2", "redact")]
            let refused = try await yachu.post(saved.location, half)
            #expect(refused.status == 422 && refused.text.contains("寫明理由"))
            let whole = half + [("reason-1", "本所總機")]
            let submitted = try await yachu.post(saved.location, whole)
            #expect(submitted.status == 303 && submitted.location.hasSuffix("done=submitted"))
            let address = String(submitted.location.prefix { $0 != "?" })
            let check = try await browser.signedIn("shuhui").get(address).text
            #expect(check.contains("本所總機") && check.contains("<mark>\(Self.mobile)</mark>"))
            #expect(!check.contains(Self.number))
            let late = try await yachu.get("\(address)/privacy")
            #expect(late.status == 409)
            for login in ["shuhui", "shufen"] {
                let person = try await browser.signedIn(login)
                let wrong = try await person.get("\(address)/privacy")
                let act = try await person.post("\(address)/privacy", whole)
                #expect(wrong.status == (login == "shuhui" ? 403 : 404), "\(login)")
                #expect(act.status == (login == "shuhui" ? 403 : 404), "\(login)")
            }
            let nobody = try await browser.get("\(address)/privacy")
            #expect(nobody.status == 303)
        }
    }
}
