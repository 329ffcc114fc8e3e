/// Every feature of the program, each after those that it uses.
enum Features {
    static let all = FeatureList([
        WritingFeature(), AttachmentFeature(), StatuteFeature(), QuestionFeature(), ExamFeature(), KnowledgeFeature(),
        RubricFeature(), ProposalFeature(), CaseFeature(), SearchFeature(),
    ])
}
