/// The versions of a proposal: all of them, one as it was, two compared.
enum ProposalRevisionViews {
    struct Contents: Sendable {
        let proposal: Proposal
        /// The latest first.
        let revisions: [ProposalRevision]

        var title: String { revisions.first?.form[.title] ?? "" }
        var latest: Int { revisions.first?.number ?? 1 }

        /// - Throws: `ProposalRefusal.noSuchRevision`.
        func revision(_ number: Int?) throws -> ProposalRevision {
            guard let found = revisions.first(where: { $0.number == number }) else {
                throw ProposalRefusal.noSuchRevision
            }
            return found
        }

        fileprivate func version(_ revision: ProposalRevision) -> WrittenVersion {
            WrittenVersion(
                number: revision.number, savedAt: revision.savedAt, author: revision.saverName,
                reason: revision.reason)
        }

        fileprivate var versions: [WrittenVersion] { revisions.map(version) }
        fileprivate var address: Address { ProposalViews.address(of: proposal.id) }
        fileprivate var place: WrittenVersionViews.Place {
            WrittenVersionViews.Place(list: "\(address)/revisions", comparison: "\(address)/comparison")
        }
    }

    private static func crumbs(_ contents: Contents, _ rest: Crumb...) -> [Crumb] {
        [Crumb("首頁", "/"), ProposalTerms.place, Crumb(contents.title, contents.address)] + rest
    }

    static func list(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "版本", chrome: chrome, section: ProposalListViews.section, crumbs: crumbs(contents, Crumb("版本")),
            head: "<p class=\"soft\">\(contents.title)　共 \(contents.revisions.count) 版，每次儲存都留下一版</p>",
            content: WrittenVersionViews.list(contents.versions, at: contents.place))
    }

    static func one(_ revision: ProposalRevision, _ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            revision.form[.title], chrome: chrome, section: ProposalListViews.section,
            crumbs: crumbs(contents, Crumb("版本", contents.place.list), Crumb("第 \(revision.number) 版")),
            head: """
                <p class="soft">第 \(revision.number) 版　\(ROCDate.withTime(revision.savedAt))　\(revision.saverName)\
                \(when: !revision.reason.isEmpty, "：\(revision.reason)")</p>
                """,
            content: """
                \(revision.number == contents.latest
                    ? Component.banner(.info, "這是現在的版本。", next: "<a href=\"\(contents.address)\">看提案</a>")
                    : Component.banner(
                        .warn, "這是舊版。", "現在是第 \(contents.latest) 版。",
                        next: "<a href=\"\(contents.place.comparison(revision.number, contents.latest))\">與現在的版本比較</a>"))
                \(ProposalViews.prose(revision.form))
                """)
    }

    static func compare(
        _ old: ProposalRevision, _ new: ProposalRevision, _ comparison: WrittenComparison<ProposalField>,
        _ contents: Contents, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "版本比較", chrome: chrome, section: ProposalListViews.section,
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
