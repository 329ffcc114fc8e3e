/// Why an XML file cannot be read on.
struct XMLProblem: Error, Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case malformed
        /// The file ends in the middle.
        case cut
        /// An end tag that belongs to another element.
        case mismatch
        case notUTF8
        case unknownEncoding
        /// A document type, with which a file can define entities that grow without end.
        case documentType
        /// An entity beyond the five of XML, such as `&nbsp;`.
        case unknownEntity
        case tooDeep
        case tooLarge
        case stackedMarks
    }

    /// Counted from 1.
    let line: Int
    let kind: Kind

    var sentence: String {
        switch kind {
        case .malformed: "XML 的寫法有誤（例如少了 < 或引號，或 & 沒有寫成 &amp;），從這裡以後沒有讀取。"
        case .cut: "檔案在這裡中斷，後面的內容不見了。請重新匯出或下載一次。"
        case .mismatch: "這裡的結束標籤與開始標籤不成對，從這裡以後沒有讀取。"
        case .notUTF8: "這一行有不是 UTF-8 的文字。請用 UTF-8 編碼另存新檔。"
        case .unknownEncoding: "檔案開頭宣告的文字編碼系統不認得。請用 UTF-8 編碼另存新檔。"
        case .documentType: "檔案裡有 DOCTYPE 宣告，為了安全不讀取。請刪除這個宣告（<!DOCTYPE …>）再匯入。"
        case .unknownEntity: "有 XML 不認得的代碼（例如 &nbsp;）。請改成字元本身，或放進 <![CDATA[…]]>。"
        case .tooDeep: "內容超過 \(XMLReader.depthLimit) 層，從這裡以後沒有讀取。"
        case .tooLarge: "一個項目的內容太大，從這裡以後沒有讀取。"
        case .stackedMarks: "這裡有一個字疊了超過 \(StreamSafeText.markLimit) 個附加符號，請刪除。"
        }
    }
}
