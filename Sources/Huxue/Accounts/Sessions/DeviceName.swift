import Foundation

/// The browser and system named in the `User-Agent` header, as people recognise them: `Edge，Windows`.
enum DeviceName {
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]

    /// `userAgent`: the request header, as sent.
    static func short(_ userAgent: String) -> String {
        let found = [browsers, systems].compactMap { names in names.first { userAgent.contains($0.0) }?.1 }
        return found.joined(separator: " ")
    }
}
