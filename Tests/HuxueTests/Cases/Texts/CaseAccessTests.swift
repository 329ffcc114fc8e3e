import GRDB
import Testing

@testable import Huxue

/// Who may see a case study, and as what: every case of the table, and the same in SQL.
@Suite struct CaseAccessTests {
    private static var cases: [CaseAccess] {
        var all: [CaseAccess] = []
        for bits in 0..<8 {
            for state in CaseState.allCases {
                all.append(
                    CaseAccess(
                        isAuthor: bits & 1 != 0, isChecker: bits & 2 != 0, isStaff: bits & 4 != 0, state: state))
            }
        }
        return all
    }

    @Test func `authors always see it, checkers from its submission, colleagues while it is open`() {
        let open: Set<CaseState> = [.discussion, .concluded, .published]
        for one in Self.cases {
            let expected: CaseRole? =
                one.isAuthor
                ? .author
                : one.isChecker && one.state != .draft
                    ? .checker : one.isStaff && open.contains(one.state) ? .colleague : nil
            #expect(one.role == expected, "\(one)")
        }
        #expect(Self.cases.count == 56)
    }

    /// Case studies in every state, of two units and of authors who check cases, open to a section and to the office.
    @Test func `lists and searches show exactly what the table says`() throws {
        let sample = try SampleCases()
        var ids: [ID<CaseStudy>] = []
        for unit in [nil, "登記一課", "登記二課"] {
            for state in CaseState.allCases {
                let id = try sample.add(isSubmitted: state != .draft)
                ids.append(id)
                switch state {
                case .draft: break
                case .returned: try sample.perform(.giveBack(reason: "請改寫"), on: id)
                default: try sample.advance(id, to: state, unit: unit)
                }
                let study = try sample.study(id)
                #expect(study.state == state)
            }
        }
        ids.append(try sample.add(SampleCases.form("A01 50%\nA05 50%"), isSubmitted: true))
        ids.append(try sample.add(SampleCases.form("A04 100%"), by: "guanting", isSubmitted: true))
        ids.append(try sample.add(SampleCases.form("A06 100%"), by: "meiling", isSubmitted: true))
        var seen: Set<CaseRole?> = []
        for login in ["yachu", "jian", "shufen", "guanting", "shuhui", "meiling", "zonghan"] {
            let visitor = try sample.visitor(login)
            let (listed, found) = try sample.office.database.readAndWait { db in
                let reader = CaseActions.reader(visitor)
                let lines = try CaseStore.lines(where: CaseStore.visible(to: reader), in: db)
                let matches = try CaseSearchStore().matches(
                    SearchQuery("應備文件").request(limit: 100), for: visitor, in: db)
                return (Set(lines.map(\.id)), matches)
            }
            #expect(Set(found.ids) == Set(listed.map(\.rawValue)) && found.count == listed.count, "\(login)")
            for id in ids {
                let role = try sample.role(login, of: id)
                seen.insert(role)
                #expect((role != nil) == listed.contains(id), "\(login) \(id)")
            }
        }
        #expect(seen == [.author, .checker, .colleague, nil])
        let findings = try sample.findings()
        #expect(findings.isEmpty, "\(findings)")
    }
}
