/// Roles, and what they allow, in the reader's language.
enum RoleTerms {
    static func name(of role: Role) -> String {
        switch role {
        case .employee: "同仁"
        case .questionEditor: "出題人員"
        case .examManager: "測驗承辦人"
        case .knowledgeEditor: "知識庫管理"
        case .reviewer: "評審委員"
        case .proposalManager: "提案承辦人"
        case .supervisor: "主管"
        case .planOfficer: "研考"
        case .hr: "人事"
        case .admin: "系統管理者"
        }
    }

    static func name(of action: Action) -> String {
        switch action {
        case .takeExams: "參加測驗"
        case .browseQuestions: "查閱題庫"
        case .readLaw: "查閱法規"
        case .importLaw: "匯入法規"
        case .readPages: "查閱知識庫"
        case .editPages: "管理知識庫"
        case .followReadings: "查閱公告閱讀情形"
        case .editQuestions: "管理題庫"
        case .reviewQuestions: "審題"
        case .manageExams: "承辦測驗"
        case .readResults: "查閱成績"
        case .readAnalysis: "查閱試題分析"
        case .readCompliance: "查閱應試情形"
        case .choosePeople: "選擇同仁"
        case .remindExaminees: "提醒應試"
        case .readPasses: "查閱本單位的及格情形"
        case .manageRubrics: "管理評分表"
        case .proposeIdeas: "提出創意提案"
        case .manageProposals: "承辦創意提案"
        case .followTasks: "填寫採行提案的進度"
        case .grantAwards: "登錄提案獎勵"
        case .reviewProposals: "評審創意提案"
        case .writeCases: "撰寫與查閱案例"
        case .checkCases: "檢查與發布案例"
        case .readStaff: "查閱人員名冊"
        case .manageStaff: "管理人員與單位"
        case .grantRoles: "授予角色"
        case .resetPasswords: "重設密碼"
        case .readAudit: "查閱稽核紀錄"
        }
    }
}
