/// Small pieces that many pages use; the markup is that of the design reference.
enum Tone: String, Sendable {
    case pass, fail, warn, info

    var icon: HTML {
        switch self {
        case .pass: Icon.tick
        case .fail: Icon.cross
        case .warn: Icon.warning
        case .info: Icon.info
        }
    }
}
