import Testing

@testable import Huxue

struct LawTextTests {
    @Test(
        arguments: [
            ("台北", "臺北"), ("Ａ１（甲）", "a1(甲)"), ("甲\r\n　乙", "甲乙"), ("費用︰十元", "費用：十元"), ("巿", "市"),
            ("一百○五條", "一百〇五條"), ("一０五條", "一〇五條"), ("１０５條", "105條"), ("㈠", "（一）"), ("第五－一條", "第五-一條"),
            ("甲\u{200B}乙\u{FEFF}", "甲乙"), ("神", "神"), ("五十 MB ", "五十MB"),
        ])
    func `variants, width, white space and what is invisible make no difference`(left: String, right: String) {
        #expect(LawText.folded(left) == LawText.folded(right))
    }

    @Test(arguments: [("身份", "身分"), ("三十日", "二十日"), ("甲、乙", "甲乙"), ("○", "零"), ("10", "1〇")])
    func `another word, number or mark makes a difference`(left: String, right: String) {
        #expect(LawText.folded(left) != LawText.folded(right))
    }

    @Test(arguments: ["𠮷", "㐂", "𡘙"])
    func `rare characters stay themselves`(character: String) {
        #expect(LawText.folded(character) == character)
    }

    @Test(
        arguments: [
            ("一百十三年", 113, 4), ("一百十", 110, 3), ("一百零五", 105, 4), ("十", 10, 1), ("一千零十", 1010, 4), ("一〇五", 105, 3),
            ("九十八年", 98, 3), ("48條", 48, 2),
        ])
    func `numbers are read as statutes write them`(text: String, value: Int, length: Int) {
        let found = LawText.number(leading: Array(text.unicodeScalars)[...])
        #expect(found?.value == value)
        #expect(found?.length == length)
    }

    @Test(arguments: ["十十", "一千百", "二三十", "條", "12345"])
    func `what is no number is not read`(text: String) {
        #expect(LawText.number(leading: Array(text.unicodeScalars)[...]) == nil)
    }
}

struct ArticleTextTests {
    @Test(arguments: [("（刪除）", true), ("(刪　除)", true), ("刪除。", true), ("刪除前項登記。", false), ("", false)])
    func `an article says that it was deleted`(text: String, isDeleted: Bool) {
        #expect(ArticleText(text).isDeleted == isDeleted)
    }

    @Test(
        arguments: [
            ("甲。\r\n乙。", "甲。\r\n丙。", [2]), ("甲。\r\n乙。", "甲。乙。", [1, 2]), ("甲。\r\n乙。", "新。\r\n甲。\r\n乙。", [1, 2, 3]),
            ("甲。\r\n乙。", "甲。\r\n乙。\r\n新。", [3]), ("甲。\r\n乙。", "乙。", [1, 2]),
            ("甲：\r\n一、子。\r\n二、丑。\r\n乙。", "甲：\r\n一、子。\r\n二、寅。\r\n乙。", [1]),
            ("甲︰\r\n乙。\r\n", "甲：\r\n乙。", []),
        ])
    func `the paragraphs that changed are known by number`(old: String, new: String, changed: [Int]) {
        #expect(ArticleText.changedParts(ArticleText(old), ArticleText(new)) == Set(changed))
    }

    @Test func `paragraphs that cannot be told apart are not compared`() {
        let wrapped = ArticleText("這一條按固定寬度斷\r\n行。")
        #expect(ArticleText.changedParts(wrapped, ArticleText("甲。")) == nil)
        #expect(ArticleText.changedParts(ArticleText("甲。"), wrapped) == nil)
    }

    @Test func `lines broken at a fixed width are joined for showing`() {
        let text = "  這一條按固定寬\r\n  度斷行：\r\n一、甲登\r\n    記。\r\n二、乙登記。\r\n第二項。"
        #expect(ArticleText.lines(of: text) == ["這一條按固定寬度斷行：", "一、甲登記。", "二、乙登記。", "第二項。"])
    }
}
