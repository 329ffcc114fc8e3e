import GRDB
import Testing

@testable import Huxue

/// Rubrics, and a feature that has something scored, for these tests.
///
/// guanting manages rubrics of the whole office, jian those of 東興辦公室.
enum SampleRubrics {
    static func level(_ points: Int, _ anchor: String) -> RubricLevel {
        RubricLevel(points: Points(whole: points), anchor: anchor)
    }

    static let fiveLevels = RubricScale.levels([
        level(1, "看不出差別"), level(2, "小幅調整"), level(3, "引進並調整過"), level(4, "重新組合"), level(5, "沒有見過的作法"),
    ])
    static let tenPoints = RubricScale.points(
        from: .zero, to: Points(whole: 10), step: Points(hundredths: 50))

    static func criterion(
        _ name: String, weight: Int = 30, _ scale: RubricScale = fiveLevels, needsComment: Bool = false
    ) -> RubricCriterion {
        RubricCriterion(
            name: name, guide: "", weight: Points(whole: weight), scale: scale, needsComment: needsComment)
    }

    /// 創新性 30 and 可行性 30 (with a comment) by five levels, 效益 40 from 0 to 10 by halves; of 100.
    static func plan(_ change: (inout RubricPlan) -> Void = { _ in }) -> RubricPlan {
        var plan = RubricPlan(
            title: "創意提案評分表", total: 100,
            criteria: [
                criterion("創新性"), criterion("可行性", needsComment: true), criterion("效益", weight: 40, tenPoints),
            ])
        change(&plan)
        return plan
    }

    static func office() throws -> SampleOffice {
        let office = try SampleOffice()
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            for (login, unit) in [("guanting", nil), ("jian", "東興辦公室")] as [(String, String?)] {
                let person = try #require(try EmployeeStore.member(login: login, in: db)).employee
                let place = try unit.map { try UnitStore.unit(named: $0, in: db) } ?? UnitStore.root(in: db)
                _ = try GrantStore.insert(
                    .proposalManager, at: try #require(place).id, for: person.id, now: now, in: db)
            }
        }
        return office
    }

    static func acting(_ login: String, in office: SampleOffice) throws -> ActionContext {
        let visitor = try #require(try office.visitor(login))
        return ActionContext(actor: visitor.actor, origin: "test", now: office.clock.now())
    }

    @discardableResult
    static func create(
        _ plan: RubricPlan = plan(), code: String = "proposal", by login: String = "guanting", at unit: String? = nil,
        in office: SampleOffice
    ) throws -> ID<Rubric> {
        let acting = try acting(login, in: office)
        return try office.database.writeAndWait { db in
            let place = try unit.map { try UnitStore.unit(named: $0, in: db) } ?? UnitStore.root(in: db)
            return try RubricActions.create(plan, code: code, unit: try #require(place).id, by: acting, in: db)
        }
    }

    static func rubric(_ id: ID<Rubric>, in office: SampleOffice) throws -> Rubric {
        try #require(try office.database.readAndWait { try RubricStore.rubric(id, in: $0) })
    }

    /// The owner of what is scored: its scorers may score everything by the newest version, its secretary reopens.
    struct Owner: ScoreOwner {
        let rubric: ID<Rubric>
        var scorers: Set<String> = ["yachu", "meiling"]
        var secretary = "guanting"

        func rubric(
            forScoring subject: ScoredSubject, by acting: ActionContext, in db: Database
        ) throws -> ID<RubricVersion> {
            guard scorers.contains(acting.actor.auditName), let rubric = try RubricStore.rubric(rubric, in: db) else {
                throw CommonRefusal.missing
            }
            return rubric.version.id
        }

        func requireReopening(
            _ subject: ScoredSubject, of scorer: ID<Employee>, by acting: ActionContext, in db: Database
        ) throws {
            guard acting.actor.auditName == secretary else { throw CommonRefusal.missing }
        }
    }

    static let subject = ScoredSubject(kind: "toy", id: 7)

    /// 4 of 5, 3 of 5 with its comment, 7.5 of 10: 24 + 18 + 30 = 72.
    static func form(_ change: (inout ScoreForm) -> Void = { _ in }) -> ScoreForm {
        var form = ScoreForm(for: plan())
        form.rows[0].points = "4"
        (form.rows[1].points, form.rows[1].comment) = ("3", "步驟清楚，分工待補。")
        form.rows[2].points = "7.5"
        change(&form)
        return form
    }
}
