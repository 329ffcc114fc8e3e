/// 試卷: what one examinee gets to see, decided by the exam's seed alone.
enum PaperRules {
    /// The examinee, and the number of their attempt, for whom a paper is drawn.
    struct Recipient: Hashable, Sendable {
        let employee: ID<Employee>
        let ordinal: Int
    }

    /// The questions of a paper in the order shown; nil when the pool cannot fill the blueprint.
    static func questions(
        of plan: ExamPlan, seed: String, pool: [PoolQuestion], for recipient: Recipient
    ) -> [PoolQuestion]? {
        var drawing =
            switch plan.draw {
            case .shared: SeededGenerator("draw", seed)
            case .perExaminee: SeededGenerator("draw", seed, "\(recipient.employee)", "\(recipient.ordinal)")
            }
        guard let drawn = BlueprintRules.draw(plan.blueprint, pool: pool, using: &drawing) else { return nil }
        guard plan.shufflesQuestions else { return drawn }
        var ordering = SeededGenerator("questions", seed, "\(recipient.employee)", "\(recipient.ordinal)")
        return ordering.shuffled(drawn)
    }

    /// The order in which the choices of `revision` are shown; true-false questions always show true first.
    ///
    /// A choice about those above it stays in its place, and they stay above it; with a choice that names others by
    /// their labels, all stay where they are.
    static func choiceOrder(
        of revision: QuestionRevision, plan: ExamPlan, seed: String, for recipient: Recipient
    ) -> [Int] {
        let places = Array(revision.choices.indices)
        guard plan.shufflesChoices, revision.type != .trueFalse,
            !revision.choices.contains(where: ChoiceTerms.namesOthers)
        else { return places }
        var generator = SeededGenerator(
            "choices", seed, "\(recipient.employee)", "\(recipient.ordinal)", "\(revision.id)")
        var order: [Int] = []
        var movable: [Int] = []
        for place in places {
            guard ChoiceTerms.sumsUpOthers(revision.choices[place]) else {
                movable.append(place)
                continue
            }
            order += generator.shuffled(movable) + [place]
            movable = []
        }
        return order + generator.shuffled(movable)
    }
}
