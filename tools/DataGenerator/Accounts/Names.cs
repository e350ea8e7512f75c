namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>Invented names; those of residents hold no word that a business name would.</summary>
public static class Names
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗"];
    private static readonly string[] Given = ["建国", "秀英", "志强", "桂兰", "海燕", "永红", "文斌", "晓梅", "国华", "玉珍", "立新", "春生", "思远", "雨晴", "子涵", "大勇"];
    private static readonly string[] Brands = ["宏源", "恒泰", "瑞丰", "金鼎", "华盛", "东升", "鑫达", "隆昌", "远航", "博雅", "天成", "同德"];
    private static readonly string[] Works = ["机械厂", "纺织有限公司", "建材有限公司", "食品有限公司", "化工有限公司", "铸造厂", "塑料制品厂", "电子有限公司"];
    private static readonly string[] Shops = ["商行", "便利店", "餐馆", "五金店", "诊所", "理发店", "修理部", "物流部"];

    public static string Person(Random random) => Surnames[random.Next(Surnames.Length)] + Given[random.Next(Given.Length)];

    public static string Of(Archetype archetype, Random random) => archetype switch
    {
        Archetype.Resident => Person(random),
        Archetype.Irrigation => $"{Surnames[random.Next(Surnames.Length)]}家村{random.Next(1, 40)}号机井",
        Archetype.Business => Brands[random.Next(Brands.Length)] + Shops[random.Next(Shops.Length)],
        Archetype.HighVoltageBusiness => Brands[random.Next(Brands.Length)] + "商贸城",
        _ => "示范" + Brands[random.Next(Brands.Length)] + Works[random.Next(Works.Length)],
    };
}
