/// Words of the search.
enum SearchTerms {
    /// Where articles are that the office does not keep.
    static let elsewhere = "全國法規資料庫"
    static let staff = SearchKind(code: "staff", name: "人員", counter: "位", outOfForce: "已離職", place: 5)

    /// Staff number, unit and position, which tell two people of one name apart.
    static func facts(_ member: StaffMember) -> String {
        [member.employee.staffNumber, member.unitName, member.employee.position].filter { !$0.isEmpty }.joined(
            separator: "　")
    }

    /// What stands beside a person's name among suggestions.
    static func suggestion(_ member: StaffMember) -> String { "\(staff.name)　\(facts(member))" }

    /// Above hits with some of the words alone.
    static let partial = "沒有完全符合的，以下部分符合"

    /// What stands behind the name of an event of life where it is the name of a procedure.
    static let registration = "登記"

    /// How people say it, what it is called in the law, and what they ask thereby; nothing for what only goes along.
    static let everyday: [(written: [String], meant: [String], aspect: SearchAspect?)] = [
        (["過世", "往生", "去世", "逝世", "死掉", "死了"], ["死亡登記"], nil),
        (["遷戶口", "遷戶籍", "遷入戶口", "搬戶口", "搬家", "入戶口", "遷籍"], ["遷入登記"], nil),
        (["報戶口", "生小孩", "生孩子", "小孩出生", "嬰兒出生", "寶寶出生", "新生兒"], ["出生登記"], nil),
        (["遺失", "掛失"], ["補領"], nil),
        (
            [
                "不見", "掉了", "弄丟", "丟了", "丟掉", "丟失", "搞丟", "遺失了", "找不到", "被偷", "被搶", "忘記放哪",
            ], ["補領"], .steps
        ),
        (["補辦", "重辦", "重新辦", "重新申請", "重新領", "再辦一張", "再領"], ["補領"], .steps),
        (["補發", "重發", "補領"], ["補領"], nil),
        (["換新", "換發", "換領", "更換"], ["換領"], nil),
        (["壞了", "破了", "破掉", "毀損", "破損", "斷掉"], ["換領"], .steps),
        (["換身分證", "換身份證"], ["換領", "身分證"], nil), (["換戶口名簿"], ["換領", "戶口名簿"], nil), (["身份證"], ["身分證"], nil),
        (["戶口名簿", "戶口簿", "戶口本"], ["戶口名簿"], nil), (["小孩", "孩子", "小朋友", "兒子", "女兒"], ["子女"], nil),
        (["改名字", "換名字", "更改名字"], ["改名"], nil), (["換戶長", "改戶長"], ["戶長變更"], nil), (["換地址", "改地址"], ["住址變更"], nil),
        (["戶籍謄本", "謄本"], ["戶籍謄本"], nil), (["除戶謄本"], ["除戶"], nil), (["英文謄本", "英文戶籍謄本"], ["英文謄本"], nil),
        (["跟外國人結婚", "和外國人結婚", "與外籍配偶結婚", "嫁外國人", "娶外國人"], ["與外國人結婚"], nil), (["同婚", "同志結婚"], ["同性結婚"], nil),
        (["領養"], ["收養"], nil), (["委託別人", "請別人", "找人代辦", "代辦"], ["委託他人"], nil),
        (
            [
                "我的", "我家", "我", "爸爸", "媽媽", "父親", "母親", "爺爺", "奶奶", "阿公", "阿嬤", "外公", "外婆", "家人", "家裡", "長輩", "先生",
                "太太", "老公", "老婆", "了", "登記要", "手續",
            ], [], nil
        ),
    ]
}
