/// The statutes that can always be cited, with the short names offices use: names and keys only, no text of law.
///
/// Source of the keys: Ministry of Justice, 全國法規資料庫, state of 2024-10-11.
enum StatuteTable {
    static let all: [Statute] = [
        Statute("D0030006", "戶籍法"),
        Statute("D0030007", "戶籍法施行細則", "戶籍法細則", "戶籍細則"),
        Statute("D0030026", "戶政規費收費標準", "戶政規費標準"),
        Statute(
            "D0030030", "國民身分證及戶口名簿格式內容製發相片影像檔建置管理辦法",
            "國民身分證及戶口名簿管理辦法", "國民身分證及戶口名簿辦法", "身分證及戶口名簿管理辦法", "身分證及戶口名簿辦法",
            "身分證辦法"),
        Statute("D0030031", "各機關申請提供戶籍資料及親等關聯資料辦法", "各機關申請提供戶籍資料辦法"),
        Statute("D0030008", "更正戶籍登記出生年月日辦法"),
        Statute("D0030009", "回國僑生戶籍登記辦法"),
        Statute("D0030010", "印鑑登記辦法"),
        Statute("D0030025", "英文戶籍謄本規費收費標準"),
        Statute("D0030011", "姓名條例"),
        Statute("D0030012", "姓名條例施行細則", "姓名條例細則", "姓名細則"),
        Statute("D0030001", "國籍法"),
        Statute("D0030002", "國籍法施行條例"),
        Statute("D0030022", "國籍法施行細則", "國籍法細則", "國籍細則"),
        Statute("D0030024", "國籍規費收費標準", "國籍規費標準"),
        Statute(
            "D0030028", "歸化取得我國國籍者基本語言能力及國民權利義務基本常識認定標準",
            "歸化國籍基本語言能力及基本常識認定標準", "基本語言能力及國民權利義務基本常識認定標準"),
        Statute("D0030033", "歸化國籍之高級專業人才認定標準", "高級專業人才認定標準"),
        Statute("D0030034", "歸化國籍無不良素行認定辦法", "無不良素行認定辦法"),
        Statute("D0130001", "原住民身分法", "原民身分法", "原身法"),
        Statute("D0130002", "原住民身分認定標準"),
        Statute("B0000001", "民法", "民法總則編", "民法債編", "民法物權編", "民法親屬編", "民法繼承編"),
        Statute("B0000006", "民法繼承編施行法", "繼承編施行法"),
        Statute("C0000001", "中華民國刑法", "刑法"),
        Statute("B0010001", "民事訴訟法", "民訴法"),
        Statute("B0010008", "非訟事件法"),
        Statute("A0030133", "中央法規標準法"),
        Statute("Q0010001", "臺灣地區與大陸地區人民關係條例", "兩岸人民關係條例", "兩岸條例"),
        Statute("Q0010002", "臺灣地區與大陸地區人民關係條例施行細則", "兩岸條例施行細則"),
        Statute("Q0010003", "香港澳門關係條例", "港澳條例"),
        Statute("Q0010004", "香港澳門關係條例施行細則", "港澳條例施行細則"),
        Statute("B0000005", "民法親屬編施行法", "親屬編施行法"),
        Statute("B0000007", "涉外民事法律適用法", "涉民法"),
        Statute("B0010048", "家事事件法", "家事法"),
        Statute("A0030055", "行政程序法", "行程法"),
        Statute("I0050021", "個人資料保護法", "個資法"),
        Statute("I0050022", "個人資料保護法施行細則", "個資法施行細則", "個資法細則"),
        Statute("D0080132", "入出國及移民法", "移民法"),
        Statute(
            "D0080169", "臺灣地區無戶籍國民停留居留及定居許可辦法",
            "臺灣地區無戶籍國民申請入國居留定居許可辦法", "無戶籍國民許可辦法"),
        Statute(
            "D0030023", "在臺原有戶籍大陸地區人民申請回復臺灣地區人民身分許可辦法", "回復臺灣地區人民身分許可辦法"),
        Statute("G0340107", "規費法"),
        Statute("S0040001", "公務人員考績法", "考績法"),
        Statute("S0040002", "公務人員考績法施行細則", "考績法施行細則", "考績法細則"),
        Statute("S0050004", "公務人員訓練進修法", "訓練進修法"),
        Statute("R0020018", "閱卷規則"),
        Statute("R0020016", "應考人申請複查成績辦法", "複查成績辦法"),
        Statute("R0020020", "題庫建立及運用辦法", "題庫辦法"),
        Statute("R0030063", "國家考試試題疑義處理辦法", "試題疑義處理辦法"),
    ]

    private static let byFoldedName: [String: Statute] = {
        var found: [String: Statute] = [:]
        for statute in all {
            for name in [statute.name] + statute.otherNames { found[LawText.folded(name)] = statute }
        }
        return found
    }()

    /// The statute of that full, short or former name; nil when none has it.
    static func statute(named name: String) -> Statute? { byFoldedName[LawText.folded(name)] }

    static func statute(pcode: String) -> Statute? { all.first { $0.pcode == pcode } }
}
