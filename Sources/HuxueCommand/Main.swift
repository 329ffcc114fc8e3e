import Huxue

@main
enum Main {
    static func main() async {
        await Huxue.CommandLine.start()
    }
}
