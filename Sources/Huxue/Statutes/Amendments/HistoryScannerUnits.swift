/// Reads what an entry of 沿革 counts behind 第: articles, attachments of articles, headings.
extension HistoryScanner {
    enum Unit: Equatable {
        case articles([ArticleRange])
        case attachments([ArticleRange])
        case heading
    }

    /// 第 2、3、11～14-1 條條文, 第 32 條第一項條文, 第 2 條條文之附件一, 第八節之一.
    ///
    /// Nil, with nothing taken, for what is no such list, and for one whose numbers do not rise: there the line break
    /// has swallowed a mark between two numbers.
    mutating func takeUnit() -> Unit? {
        let start = rest
        guard take("第") != nil, var list = takeList() else {
            rest = start
            return nil
        }
        guard take("條") != nil else {
            if take("編", "章", "節", "款", "目") != nil {
                takeBranch()
                return .heading
            }
            rest = start
            return nil
        }
        if let last = list.last, last.first == last.last, last.first.branch == 0, let branch = takeBranch(),
            let number = ArticleNumber(last.first.main, branch: branch)
        {
            list[list.count - 1] = ArticleRange(first: number, last: number)
        }
        takeParts()
        let isRising =
            zip(list, list.dropFirst()).allSatisfy { $0.last < $1.first } && list.allSatisfy { $0.first <= $0.last }
        guard isRising else {
            rest = start
            return nil
        }
        return takeAttachment() ? .attachments(list) : .articles(list)
    }

    /// 第 3、5、86、87, of which the unit is left out.
    mutating func takeBareList() -> [ArticleRange]? {
        let start = rest
        guard take("第") != nil, let list = takeList(), comes([","]) != nil else {
            rest = start
            return nil
        }
        return list
    }

    /// 附件一, 之附表二、附表三.
    mutating func takeAttachment() -> Bool {
        let start = rest
        _ = take("之")
        guard takeOneAttachment() else {
            rest = start
            return false
        }
        while true {
            let before = rest
            guard take("、", "及", "~", "至", "與", "-") != nil, takeOneAttachment() || number() != nil else {
                rest = before
                return true
            }
            takeBranch()
        }
    }

    private mutating func takeOneAttachment() -> Bool {
        let start = rest
        guard take("附件", "附表", "附圖", "附錄", "附式", "書表", "格式") != nil else { return false }
        _ = number()
        takeBranch()
        if take("「") != nil { _ = upTo("」") }
        // 附表一所列 is about what stands in it.
        guard comes(["所"]) == nil else {
            rest = start
            return false
        }
        return true
    }

    /// The numbers up to their unit, which is not taken.
    private mutating func takeList() -> [ArticleRange]? {
        var list: [ArticleRange] = []
        while let first = takeNumber() {
            var last = first
            if take("~", "至") != nil {
                _ = take("第")
                guard let end = takeNumber() else { return nil }
                last = end
            }
            list.append(ArticleRange(first: first, last: last))
            let before = rest
            guard take("、", ",", "及", "與", "暨", "和") != nil else { break }
            _ = take("第")
            guard LawText.number(leading: rest) != nil else {
                rest = before
                break
            }
        }
        return list.isEmpty ? nil : list
    }

    private mutating func takeNumber() -> ArticleNumber? {
        guard let main = number() else { return nil }
        return ArticleNumber(main, branch: takeBranch() ?? 0)
    }

    @discardableResult
    private mutating func takeBranch() -> Int? {
        let start = rest
        guard take("-", "之") != nil, let branch = number(), branch > 0 else {
            rest = start
            return nil
        }
        return branch
    }

    /// 第一項第二款, 但書, 條文: finer than an article.
    private mutating func takeParts() {
        while true {
            let before = rest
            if take("條條文", "條文", "文", "但書", "序文", "前段", "後段") != nil { continue }
            _ = take("、", "及", "與", "至", "~")
            guard take("第") != nil, number() != nil else {
                rest = before
                return
            }
            while take("、", "及", "~", "至") != nil, number() != nil {}
            guard take("項", "款", "目") != nil else {
                rest = before
                return
            }
            takeBranch()
        }
    }
}
