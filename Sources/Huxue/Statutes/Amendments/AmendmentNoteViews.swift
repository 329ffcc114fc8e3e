/// What waits because the law was amended, on the home page of those who decide.
enum AmendmentNoteViews {
    static func notes(_ entries: [AmendmentViews.Entry], of subject: CitedSubject, today: Day) -> [ManagerNote] {
        waiting(entries, of: subject, today: today) + coming(entries, of: subject, today: today)
    }

    private static func waiting(
        _ entries: [AmendmentViews.Entry], of subject: CitedSubject, today: Day
    ) -> [ManagerNote] {
        let opened = entries.compactMap { $0.narrowed { $0.phase(on: today) == .opened } }
        let touched = opened.count { $0.flags.contains(where: \.isCitedPartTouched) }
        let others = opened.count - touched
        guard !opened.isEmpty else { return [] }
        let counted = { subject.counted($0) }
        guard touched > 0 else {
            return [
                ManagerNote(
                    title: "\(counted(others))引用的條文修正了其他部分。", sentence: "引用的部分沒有變，仍可使用；有空請看一下。",
                    links: [("/amendments#others", "看是哪些")], tone: .info, waits: false)
            ]
        }
        return [
            ManagerNote(
                title: "\(counted(touched))因法規修正待複核。",
                sentence: subject.consequence
                    + (others > 0 ? "另有 \(counted(others))只是同一條的其他部分修正，仍可使用。" : ""),
                links: [("/amendments#touched", "看是哪些")], tone: .warn)
        ]
    }

    /// One for each statute and day on which something is to take effect, the first day first.
    private static func coming(
        _ entries: [AmendmentViews.Entry], of subject: CitedSubject, today: Day
    ) -> [ManagerNote] {
        struct Step: Hashable {
            let pcode: String
            let opens: Day?
        }
        var steps: [Step: (statute: String, works: Set<String>)] = [:]
        for entry in entries {
            for flag in entry.flags where flag.phase(on: today) == .coming {
                steps[Step(pcode: flag.pcode, opens: flag.opens), default: (flag.statute, [])].works
                    .insert(entry.work.code)
            }
        }
        let order = { (step: Step) in (step.opens?.daysSinceEpoch ?? .max, step.pcode) }
        return steps.sorted { order($0.key) < order($1.key) }.map { step, found in
            let day = step.opens.map { "\(ROCDate.long($0))施行" } ?? "已公布，施行日期未定"
            return ManagerNote(
                title: "\(found.statute)的修正\(day)，屆時 \(subject.counted(found.works.count))待複核。",
                sentence: "施行以前照舊；可以先對照新條文。", links: [("/amendments#coming", "看是哪些")], tone: .info,
                waits: false)
        }
    }
}
