@testable import Huxue

/// A believable small topic, as its file has it.
enum SampleBank {
    static let birth = """
        topic: 出生登記
        lawAsOf: 2024-10-11
        questions:
          - id: birth-001
            type: single
            level: recall
            stem: 下列何者*不得*申請樣本登記？
            choices:
              - 本人
              - 戶長
              - 里長
              - "30"
            answer: 里長
            explanation: 樣本登記「由本人於三十日內申請之」。
            citations:
              - 戶籍法第1條第1項
          - id: birth-002
            type: multiple
            level: apply
            lawAsOf: 2025-01-01
            stem: 𠮷先生帶著㐂小姐到櫃檯。下列哪些正確？
            choices:
              - 甲𡘙
              - 乙
              - 丙
              - 丁
              - 戊
            answer:
              - 甲𡘙
              - 丙
            explanation: |-
              第一段。

                第二段，縮排。
            citations:
              - 戶籍法第1條
              - 戶籍法第14條之1
          - id: birth-003
            type: trueFalse
            level: understand
            state: retired
            stem: "注意: 樣本登記免費。"
            answer: false
            explanation: 見條文。
            citations:
              - 民法第1052條第1項第10款

        """

    static let death = """
        topic: 死亡登記
        lawAsOf: 2024-10-11
        questions:
          - id: death-001
            type: trueFalse
            level: recall
            stem: 死亡登記得以書面委託他人為之。
            answer: true
            explanation: 見條文。
            citations:
              - 戶籍法第1條第2項

        """

    static func read(_ text: String, path: String = "questions/birth.yaml") -> QuestionFile {
        QuestionFile(reading: Array(text.utf8), path: path)
    }

    /// Both topics, ready for the bank.
    static func topics() -> [QuestionTopic] {
        [read(birth).topic, read(death, path: "questions/death.yaml").topic].compactMap { $0 }
    }
}
