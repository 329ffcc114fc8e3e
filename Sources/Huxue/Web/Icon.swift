/// Inline icons, each one stroked path; always shown beside a word.
enum Icon {
    static let home = draw("M4 11l8-7 8 7v9h-5v-6H9v6H4z")
    static let test = draw("M8 4H5v17h14V4h-3M8 3h8v4H8zM8.5 14l2.5 2.5 4.5-5")
    static let bank = draw("M4 4h16v5H4zM4 9h16v5H4zM4 14h16v6H4zM10 6.500h4M10 11.500h4M10 17h4")
    static let results = draw("M5 3h10l4 4v14H5zM9 12h6M9 16h6M9 8h2")
    static let year = draw("M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6")
    static let person = draw("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 21c.8-4.500 4-6 7.500-6s6.700 1.500 7.500 6")
    static let people = draw(
        "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c.6-4 3-5.500 6.500-5.500s5.900 1.500 6.500 5.500M16 4.500a3.500 3.500 0 0 1 0 6.500M18.500 15c1.700.8 2.700 2.300 3 5"
    )
    static let units = draw("M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4")
    static let log = draw("M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5")
    static let law = draw("M12 3v18M7 21h10M5 6h14M5 6l-3 7h6zM19 6l-3 7h6z")
    static let book = draw("M12 6c-2-1.600-5-2-8-2v14c3 0 6 .4 8 2 2-1.600 5-2 8-2V4c-3 0-6 .4-8 2zM12 6v14")
    static let announcement = draw("M4 10v4h3l8 4V6L7 10zM18 9.500a4 4 0 0 1 0 5M8 14v5h3")
    static let feed = draw("M5 19.500v.1M5 13a6.500 6.500 0 0 1 6.500 6.500M5 6a13.500 13.500 0 0 1 13.500 13.500")
    static let search = draw("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5")
    static let menu = draw("M4 7h16M4 12h16M4 17h16")
    static let info = draw("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.600v.1")
    static let warning = draw("M12 4l9.500 16h-19zM12 10v5M12 17.400v.1")
    static let tick = draw("M5 12.500l4.500 4.500L19 7")
    static let cross = draw("M6 6l12 12M18 6L6 18")
    static let clock = draw("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2")
    static let draft = draw("M4 20l1-4L16 5l3 3L8 19zM14 7l3 3")
    static let idea = draw("M9 18h6M10 21h4M8 14a6 6 0 1 1 8 0c-.7.7-1 1.500-1 2.500H9c0-1-.3-1.800-1-2.500z")
    static let flag = draw("M6 21V4h11l-2.500 4L17 12H6")
    static let offline = draw(
        "M4 4l16 16M7 9.500A4.500 4.500 0 0 0 7.500 18H16M10 6.300A6 6 0 0 1 17.500 11 3.600 3.600 0 0 1 20 16.500")
    static let cells = draw("M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z")
    static let tray = draw("M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.500h4l1-2.500h5")
    static let download = draw("M12 4v11M7 11l5 5 5-5M4 20h16")
    static let print = draw("M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z")
    static let pause = draw("M9 5v14M15 5v14")
    static let unsorted = draw("M8 10l4-5 4 5M8 14l4 5 4-5")
    static let descending = draw("M12 5v13M7 13l5 5 5-5")
    static let ascending = draw("M12 19V6M7 11l5-5 5 5")

    private static func draw(_ path: String) -> HTML {
        "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
    }
}
