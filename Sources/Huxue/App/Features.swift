/// Every feature of the program, each after those that it uses.
enum Features {
    static let all = FeatureList([
        StatuteFeature(), QuestionFeature(), ExamFeature(), KnowledgeFeature(), SearchFeature(),
    ])
}
