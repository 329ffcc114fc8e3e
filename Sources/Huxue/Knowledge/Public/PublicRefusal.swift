/// What the public does not get to see; the same words for what is not there and what is not public.
enum PublicRefusal: Refusal {
    case missing

    var kind: RefusalKind { .missing }
    var sentence: String { "找不到這一頁。網址可能不完整，或這一頁已經不再公開。請由首頁重新查詢。" }
}
