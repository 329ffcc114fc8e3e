/// Choices whose words depend on where other choices stand.
enum ChoiceTerms {
    /// Whether the choice is about the others as they stand around it: 以上皆是, 以上皆非, 皆可.
    static func sumsUpOthers(_ choice: String) -> Bool {
        guard let folded = judgement(choice) else { return false }
        return folded.wholeMatch(
            of:
                #/
            (?:
                (?:以上|以下|上述|上列|上開|前述|前列|前開)(?:各|所列|所述)?[一二兩三四五六七八2-8]?
                (?:個?選項|答案|敘述|說法|項目|情形|項|者|種)?
                (?:全部|無一|沒有|[皆均都全俱])*
                (?:[不無有為]?(?:是|非|對|錯|可以|可能|可|能|正確|錯誤|符合|符|包括|屬之|須|要|應|真|誤|行|得)|有|無)?
            |
                (?:全部|所有|各|其他|其餘)?(?:[一二兩三四五六七八2-8][者項種]|個?選項|項)?
                (?:全部|[皆均都全])+
                (?:[不無有為]?(?:是|非|對|錯|可以|可能|可|能|正確|錯誤|符合|符|包括|屬之|須|要|應|真|誤|行|得)|有|無)
            )
            /#) != nil
    }

    /// Whether the choice names others by their labels: 甲、乙、丙皆是, A 與 B 皆正確, 僅 1 正確.
    static func namesOthers(_ choice: String) -> Bool {
        guard let folded = judgement(choice) else { return false }
        return folded.wholeMatch(
            of:
                #/
            (?:僅有|僅|只有|只)?(?:選項)?\(?[a-i甲乙丙丁戊己庚辛壬1-9一二三四五六七八九]\)?
            (?:[、,和與及或]?(?:選項)?\(?[a-i甲乙丙丁戊己庚辛壬1-9一二三四五六七八九]\)?)+
            (?:[一二兩三四五][者項]|項|選項)?(?:全部|[皆均都全才為])*
            [不無有]?(?:是|非|對|錯|可以|可|正確|錯誤|符合|真|誤)
            |
            (?:僅有|僅|只有|只|選項)\(?[a-i甲乙丙丁戊己庚辛壬1-9一二三四五六七八九]\)?(?:項|選項)?[才為]?
            [不無有]?(?:是|非|對|錯|可以|可|正確|錯誤|符合|真|誤)
            /#) != nil
    }

    /// The choice, folded, if it is short and ends as a judgement does; nil for nearly all choices, which are about
    /// something else.
    private static func judgement(_ choice: String) -> String? {
        guard choice.unicodeScalars.count <= 24 else { return nil }
        var folded = LawText.folded(choice)
        while let last = folded.last, "。.!、,".contains(last) { folded.removeLast() }
        guard let last = folded.unicodeScalars.last, endings.contains(last) else { return nil }
        return folded
    }

    private static let endings = Set("是非對錯以可能確誤合符括之須要應真有無行得部皆均都全俱".unicodeScalars)
}
