import Testing

@testable import Huxue

@Suite struct ScoreFormTests {
    @Test(
        arguments: [
            ([0, 100, 200, 300, 400, 500], [0, 1, 2, 3, 4, 5]), ([100, 300, 500], [1, 3, 5]),
            ([200, 400, 600, 800, 1000], [1, 2, 3, 4, 5]), ([0, 50, 100], [1, 2, 3]),
            ([2000, 4000, 6000, 8000, 10000], [1, 2, 3, 4, 5]),
            ([0, 50, 100, 150, 200, 250, 300, 350, 400, 450], [1, 2, 3, 4, 5, 6, 7, 8, 9, nil]),
        ] as [([Int], [Int?])])
    func `whole points below ten are chosen by their own digit, others are counted`(points: [Int], keys: [Int?]) {
        #expect(ScoreKeyRules.keys(for: points.map(Points.init(hundredths:))) == keys)
    }

    @Test func `a sent form is read field by field, with its line breaks`() throws {
        let sent = Form([
            "points-1": [" 4 "], "comment-1": ["第一行\r\n第二行"], "points-3": ["７.５"], "toAuthors": ["謝謝\r\n"],
            "seen": ["3"],
        ])
        let form = try ScoreForm(sent, for: SampleRubrics.plan())
        #expect(form.rows.map(\.points) == ["4", "", "７.５"] && form.rows[0].comment == "第一行\n第二行")
        #expect(form.toAuthors == "謝謝" && form.toPanel.isEmpty)
        #expect(try ScoreForm.seen(sent) == 3)
        #expect(try ScoreForm.seen(Form()) == nil)
        let (entries, problems) = form.entries(for: SampleRubrics.plan())
        #expect(problems.isEmpty && entries.points == [Points(whole: 4), nil, Points(hundredths: 750)])
    }

    @Test(arguments: ["x", "-1", "4.5", "6", "4.000", "０", "一", "1e1"])
    func `points that are not on the scale are told and left open`(typed: String) {
        var form = ScoreForm(for: SampleRubrics.plan())
        form.rows[0].points = typed
        let (entries, problems) = form.entries(for: SampleRubrics.plan())
        #expect(problems == [ScoreProblem(.points(1, "創新性"), .notOnScale(SampleRubrics.fiveLevels))])
        #expect(problems.map(\.sentence) == ["「創新性」的分數請填 1、2、3、4、5 分"])
        #expect(entries.points == [nil, nil, nil])
    }

    @Test func `the script is told what was kept, and what was not`() {
        let time = SampleOffice.morning
        #expect(ScoreFormViews.saved([], at: time) == "10:00:00")
        let problem = ScoreProblem(.points(3, "效益"), .notOnScale(SampleRubrics.tenPoints))
        #expect(ScoreFormViews.saved([problem], at: time) == "10:00:00，但「效益」的分數有問題，沒有存入")
    }

    @Test func `a draft's form carries its state, for the script and without it`() throws {
        let office = try SampleRubrics.office()
        let id = try SampleRubrics.create(in: office)
        let (acting, owner) = (try SampleRubrics.acting("yachu", in: office), SampleRubrics.Owner(rubric: id))
        let opened = try office.database.writeAndWait { db in
            _ = try ScoreActions.save(
                { _ in SampleRubrics.form { $0.toPanel = "<b>" } }, on: SampleRubrics.subject, seen: 0, owner: owner,
                by: acting,
                in: db)
            return try ScoreActions.open(SampleRubrics.subject, owner: owner, by: acting, in: db)
        }
        let site = try makeOffice(session: office.session, settings: Settings())
        let page = ScoreFormViews.form(
            ScoreFormViews.Sheet(opened, draft: "toy-7"), action: "/toys/7/score",
            chrome: site.chrome(for: try office.visitor("yachu")))
        let text = String(decoding: page.bytes, as: UTF8.self)
        for words in [
            "method=\"post\" action=\"/toys/7/score\"", " data-editor ", "name=\"seen\" value=\"1\"",
            "name=\"draft\" value=\"toy-7\"", "name=\"token\"", "草稿已存 10:00:00", "data-draft-elsewhere",
            "<output data-score-sum>72</output>", "已評 3 項，共 3 項", "占 30 %",
            "value=\"4\" data-points aria-keyshortcuts=\"4\" checked", "id=\"points-3\" name=\"points-3\"",
            "value=\"7.5\"", "&lt;b&gt;", "name=\"intent\" value=\"submit\"", "name=\"intent\" value=\"draft\"",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        // The comment that has to be there says so.
        #expect(text.contains(/id="comment-2" name="comment-2" rows="2" aria-required="true"/))
    }

    @Test func `a sheet is read with its total, and without the panel's words where they are not meant`() {
        let entries = SampleRubrics.form { ($0.toAuthors, $0.toPanel) = ("寫得清楚", "建議併案") }
            .entries(for: SampleRubrics.plan()).entries
        func text(_ showsPanel: Bool) -> String {
            String(
                decoding: ScoreSheetViews.table(entries, by: SampleRubrics.plan(), showsPanel: showsPanel).bytes,
                as: UTF8.self)
        }
        #expect(text(true).contains("72／100") && text(true).contains("7.5／10") && text(true).contains("建議併案"))
        #expect(text(false).contains("寫得清楚") && !text(false).contains("建議併案"))
    }
}
