/// The versions of a case study: all of them, one as it was, two compared.
enum CaseRevisionViews {
    struct Contents: Sendable {
        let study: CaseStudy
        /// The latest first.
        let revisions: [CaseRevision]

        var title: String { revisions.first?.form[.title] ?? "" }
        var latest: Int { revisions.first?.number ?? 1 }

        /// - Throws: `CaseRefusal.noSuchRevision`.
        func revision(_ number: Int?) throws -> CaseRevision {
            guard let found = revisions.first(where: { $0.number == number }) else {
                throw CaseRefusal.noSuchRevision
            }
            return found
        }

        fileprivate func version(_ revision: CaseRevision) -> WrittenVersion {
            WrittenVersion(
                number: revision.number, savedAt: revision.savedAt, author: revision.saverName,
                reason: revision.reason)
        }

        fileprivate var versions: [WrittenVersion] { revisions.map(version) }
        fileprivate var address: Address { CaseViews.address(of: study.id) }
        fileprivate var place: WrittenVersionViews.Place {
            WrittenVersionViews.Place(list: "\(address)/revisions", comparison: "\(address)/comparison")
        }
    }

    private static func crumbs(_ contents: Contents, _ rest: Crumb...) -> [Crumb] {
        [Crumb("首頁", "/"), CaseTerms.place, Crumb(contents.title, contents.address)] + rest
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "版本", chrome: chrome, section: CaseListViews.section, crumbs: crumbs(contents, Crumb("版本")),
            head: "<p class=\"soft\">\(contents.title)　共 \(contents.revisions.count) 版，每次儲存都留下一版</p>",
            content: WrittenVersionViews.list(contents.versions, at: contents.place))
    }

    static func one(_ revision: CaseRevision, _ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            revision.form[.title], chrome: chrome, section: CaseListViews.section,
            crumbs: crumbs(contents, Crumb("版本", contents.place.list), Crumb("第 \(revision.number) 版")),
            head: """
                <p class="soft">第 \(revision.number) 版　\(ROCDate.withTime(revision.savedAt))　\(revision.saverName)\
                \(when: !revision.reason.isEmpty, "：\(revision.reason)")</p>
                """,
            content: """
                \(revision.number == contents.latest
                    ? Component.banner(.info, "這是現在的版本。", next: "<a href=\"\(contents.address)\">看案例</a>")
                    : Component.banner(
                        .warn, "這是舊版。", "現在是第 \(contents.latest) 版。",
                        next: "<a href=\"\(contents.place.comparison(revision.number, contents.latest))\">與現在的版本比較</a>"))
                \(CaseViews.prose(revision.form))
                """)
    }

    static func compare(
        _ old: CaseRevision, _ new: CaseRevision, _ comparison: WrittenComparison<CaseField>,
        _ contents: Contents, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "版本比較", chrome: chrome, section: CaseListViews.section,
            crumbs: crumbs(contents, Crumb("版本", contents.place.list), Crumb("比較")),
            head: "<p class=\"soft\">\(contents.title)</p>",
            content: """
                \(WrittenVersionViews.chooser(contents.versions, from: old.number, to: new.number, at: contents.place))
                <section class="stack" aria-labelledby="compared"><div class="section-head">\
                <h2 id="compared">第 \(old.number) 版與第 \(new.number) 版</h2>\(WrittenComparisonViews.legend)</div>
                \(WrittenComparisonViews.sides(
                    comparison, old: contents.version(old).title, new: contents.version(new).title))</section>
                """)
    }
}
