using CaseMgmt.Cases.Tasks;

namespace CaseMgmt.Cases.Tests.Tasks;

public sealed class CaseTitleTests
{
    private const string Zh = "超容量用电";
    private const string En = "Over-capacity use";

    [Theory]
    [InlineData(1, "3700004287", Zh + " 3700004287", En + " 3700004287")]
    [InlineData(1, "a,b,c", Zh + "（3条）", En + " (3 items)")]
    [InlineData(2, "a,b", Zh + "等2个主题（2条）", En + " and others, 2 themes (2 items)")]
    [InlineData(2, "a", Zh + "等2个主题 a", En + " and others, 2 themes a")]
    public void Title_OfThemesAndObjects_ReadsInBothLanguages(int themes, string objects, string zh, string en)
    {
        var title = CaseTitle.Write(Zh, themes, objects.Split(','));

        Assert.Equal(zh, title);
        Assert.Equal(en, CaseTitle.InEnglish(title, Zh, En));
    }

    [Theory]
    [InlineData("关于超容量用电的专项稽查")]
    [InlineData("超容量用电专项")]
    [InlineData("")]
    public void Title_WrittenByAPerson_StaysAsItIs(string title) => Assert.Equal(title, CaseTitle.InEnglish(title, Zh, En));
}
