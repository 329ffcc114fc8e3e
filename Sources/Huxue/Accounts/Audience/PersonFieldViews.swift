/// Fields in which people are chosen, completed by the script `completions.js`.
enum PersonFieldViews {
    private static let address: Address = "/people/suggestions"

    /// Several people, one on each line; `value`: their texts, see `PersonChoice.text`.
    static func several(
        _ name: String, label: String, value: String, hint: HTML = .empty, error: String? = nil
    ) -> HTML {
        FieldViews.area(
            name, label: label, value: value,
            hint: "\(hint)\(when: !hint.isEmpty, "；")姓名或員工編號，一行一位；同名的請寫員工編號", error: error,
            attributes: """
                data-completions="\(address)" data-label="尋找\(label)" data-placeholder="輸入姓名、員工編號或單位，由建議中選"
                """)
    }

    /// One person by login.
    static func login(
        _ name: String, label: String, value: String, hint: HTML = .empty, error: String? = nil
    ) -> HTML {
        FieldViews.text(
            name, label: label, value: value, hint: hint, error: error, attributes: loginAttributes)
    }

    /// What makes an input one for a login.
    static let loginAttributes: HTML = "autocapitalize=\"none\" data-completions=\"\(address)\" data-value=\"login\""
}
