import Testing

@testable import Huxue

struct PersonChoiceRulesTests {
    private static func person(_ number: String, _ name: String, leaves: Bool = false) -> PersonChoice {
        PersonChoice(staffNumber: number, name: name, unitName: "登記一課", login: number.lowercased(), leaves: leaves)
    }

    private static let people = [
        person("A01", "林雅筑"), person("A02", "王淑芬"), person("A03", "王淑芬"), person("A04", "陳冠廷", leaves: true),
        person("A05", "陳冠廷"), person("A06", "方𡘙華", leaves: true),
    ]

    @Test(
        arguments: [
            ("A01", "A01"), ("林雅筑", "A01"), ("林雅筑（A01）", "A01"), ("林雅筑(A01)", "A01"), ("王淑芬（A03）", "A03"),
            // Of one name those who stay come first; a number alone may stand in brackets.
            ("陳冠廷", "A05"), ("方𡘙華", "A06"), ("（A03）", "A03"), ("王 淑芬（A03）", "A03"),
            // Name and number of two people mean neither.
            ("林雅筑（A03）", nil), ("改了名的人（A03）", nil),
            ("王淑芬", nil), ("林雅", nil), ("A0", nil), ("", nil), ("（）", nil), ("林雅筑（A99）", nil),
        ] as [(String, String?)])
    func `one person is meant by number, by a name that nobody shares, or by both`(text: String, number: String?) {
        #expect(PersonChoiceRules.person(meant: text, among: Self.people)?.staffNumber == number)
    }

    @Test func `what a field shows is read back, white space in a name or not`() {
        let person = Self.person("A07", "Kolas Yotaka")
        #expect(person.text == "KolasYotaka（A07）")
        #expect(Form.words(typed: person.text) == [person.text])
        #expect(PersonChoiceRules.person(meant: person.text, among: [person]) == person)
    }

    @Test func `people in an audience are found by name, and those of one name are told apart`() {
        let audience = Audience(employees: ["林雅筑", "A01", "王淑芬（A02）", "王淑芬", "無此人"], except: ["陳冠廷", "王淑芬"])
        let units = AudienceRulesTests.units
        let normalised = AudienceRules.normalised(
            audience, units: units, people: Self.people, unit: AudienceRulesTests.office)
        #expect(normalised.employees == ["A01", "A02", "王淑芬", "無此人"])
        #expect(normalised.except == ["A05", "王淑芬"])
        let strangers = AudienceRules.strangers(
            in: normalised, units: units, positions: [], staffNumbers: ["A01", "A02", "A05"], people: Self.people)
        let both = Array(Self.people[1...2])
        #expect(
            strangers == [
                .namesakes("王淑芬", people: both, field: "employees"), .employee("無此人"),
                .namesakes("王淑芬", people: both, field: "except"),
            ])
        #expect(
            ExamProblem(strangers[0]).sentence == "「王淑芬」有 2 位：A02（登記一課）、A03（登記一課），請改寫員工編號")
        #expect(AnnouncementProblem.stranger(strangers[2]).field == "except")
    }

    @Test func `a number behind another's name is refused at its field, and says whose it is`() {
        let audience = Audience(employees: ["林雅筑（A02）", "A01"], except: ["王淑芬(A01)"])
        let units = AudienceRulesTests.units
        let normalised = AudienceRules.normalised(
            audience, units: units, people: Self.people, unit: AudienceRulesTests.office)
        #expect(normalised.employees == ["林雅筑（A02）", "A01"] && normalised.except == ["王淑芬(A01)"])
        let strangers = AudienceRules.strangers(
            in: normalised, units: units, positions: [], staffNumbers: ["A01"], people: Self.people)
        #expect(
            strangers == [
                .misnamed(Self.people[1], name: "林雅筑", field: "employees"),
                .misnamed(Self.people[0], name: "王淑芬", field: "except"),
            ])
        #expect(ExamProblem(strangers[0]).sentence == "A02 是王淑芬，不是林雅筑；請改寫其中一個")
        #expect(ExamProblem(strangers[0]).field == .employees && ExamProblem(strangers[1]).field == .except)
        #expect(AnnouncementProblem.stranger(strangers[1]).field == "except")
        #expect(AnnouncementProblem.stranger(strangers[1]).sentence == "A01 是林雅筑，不是王淑芬；請改寫其中一個")
    }
}
