import Testing

@testable import Huxue

struct ChoiceTermsTests {
    @Test(
        arguments: [
            "以上皆是", "以上皆非", "以上皆是。", "以上都對", "以上均可", "皆是", "皆非", "以上兩者皆是", "上述選項皆正確", "以上各項均屬之", "以上皆不是",
            "全部皆是", "均可", "三者皆可", "以上全部", "以上選項都不對", "以上皆有可能", "以上皆須", "前述三項皆是", "以上無一正確", "以上 皆 是", "以下皆非",
        ])
    func `a choice sums up the others`(choice: String) {
        #expect(ChoiceTerms.sumsUpOthers(choice))
        #expect(!ChoiceTerms.namesOthers(choice))
    }

    @Test(
        arguments: [
            "甲、乙、丙皆是", "甲乙皆非", "A、B 皆是", "（A）（B）皆正確", "①②皆是", "1、2、3皆正確", "僅甲正確", "只有甲、乙正確", "甲、乙均可",
            "選項A、B皆是", "選項甲與乙均正確", "一、二皆是", "ＡＢ皆可", "甲、乙二者皆是", "選項1正確",
        ])
    func `a choice names others by their labels`(choice: String) {
        #expect(ChoiceTerms.namesOthers(choice))
        #expect(!ChoiceTerms.sumsUpOthers(choice))
    }

    @Test(
        arguments: [
            "300元以上", "16歲以上均可", "本人及戶長均可", "應", "不得", "無", "皆須本人親自申請", "甲與乙皆得申請", "全部", "以上皆可申請登記", "A與C", "甲、乙",
            "甲男與乙女均正確", "二十一", "甲是", "選項1之1", "依規定應", "是", "否",
        ])
    func `other choices are about something else`(choice: String) {
        #expect(!ChoiceTerms.sumsUpOthers(choice))
        #expect(!ChoiceTerms.namesOthers(choice))
    }
}
