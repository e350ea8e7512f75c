using Microsoft.Extensions.DependencyInjection;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Monitoring.ThemeTree;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>The tree of business classes: what ships is whole, and taking in a newer one costs nobody an edit.</summary>
public sealed class ThemeTreeTests
{
    [Fact]
    public void Tree_Shipped_HasTenClassesSixtyThreeItemsAndTwoHundredSixtySixSubItems()
    {
        var tree = ShippedTree.Read(ShippedTree.Current);
        Assert.Equal((10, 63, 266), (tree.Count(node => node.Level == 1), tree.Count(node => node.Level == 2), tree.Count(node => node.Level == 3)));
        Assert.Equal(tree.Count, tree.Select(node => node.Code).Distinct().Count());
        Assert.All(tree.Where(node => node.Level > 1), node => Assert.Equal(node.Level - 1, tree.Single(above => above.Code == node.ParentCode).Level));
        Assert.All(tree.Where(node => node.Level < ThemeNode.Levels), node => Assert.Contains(tree, below => below.ParentCode == node.Code));
    }

    [Fact]
    public void Tree_EveryName_StandsInBothLanguagesAndMeansOneThing()
    {
        var tree = ShippedTree.Read(ShippedTree.Current);
        Assert.All(tree, node => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", node.NameZh));
        Assert.All(tree, node => Assert.Matches("^[A-Za-z0-9][A-Za-z0-9 ,:.'-]+$", node.NameEn));
        Assert.Equal(tree.Count, tree.Select(node => node.NameEn).Distinct().Count());
        Assert.All(tree.GroupBy(node => node.ParentCode), siblings => Assert.Equal(siblings.Count(), siblings.Select(node => node.NameZh).Distinct().Count()));
    }

    [Fact]
    public void Tree_EachTheme_HangsOnOneSubItemOfItsOwnClass()
    {
        var hung = ShippedTree.Read(ShippedTree.Current).SelectMany(node => TreeUpgrade.ThemesOf(node).Select(theme => (theme, node))).ToList();
        Assert.Equal(ThemeLibrary.Shipped().Current.Select(theme => theme.Code).Order(), hung.Select(each => each.theme).Order());
        Assert.All(hung, each => Assert.Equal((ThemeNode.Levels, each.theme[..2]), (each.node.Level, each.node.Code[..2])));
    }

    private static IDbContextFactory<CaseDbContext> Contexts(TestStore store) => store.Provider.GetRequiredService<IDbContextFactory<CaseDbContext>>();

    private static Task ImportAsync(TestStore store) => ShippedTree.ImportAsync(Contexts(store), store.Door, CancellationToken.None);

    /// <summary>The second start finds everything as it should be, and has no writer.</summary>
    [Fact]
    public async Task Import_IntoAnEmptyDatabase_WritesTheTreeOnce()
    {
        await using var store = await TestStore.CreateAsync();
        await ImportAsync(store);
        await ShippedTree.ImportAsync(Contexts(store), door: null!, CancellationToken.None);
        Assert.Equal(339, (await NodesAsync(store)).Count);
        Assert.Equal(["theme-tree.shipped"], await KindsAsync(store));
    }

    [Fact]
    public async Task Import_OverTheFirstVersionUntouched_ReplacesItWhole()
    {
        await using var store = await TestStore.CreateAsync();
        await SeedFirstAsync(store, nodes => nodes);
        await ImportAsync(store);
        Assert.Equal(ShippedTree.Read(ShippedTree.Current).Select(node => node.Code).Order(), (await NodesAsync(store)).Select(node => node.Code).Order());
    }

    [Fact]
    public async Task Import_OverATreeThatPeopleChanged_KeepsTheirsAndHangsNoThemeTwice()
    {
        await using var store = await TestStore.CreateAsync();
        await SeedFirstAsync(store, nodes =>
        {
            nodes.Single(node => node.Code == "030304").NameZh = "居民大电量（本市口径）";
            nodes.RemoveAll(node => node.Code == "010101");
            return [.. nodes, new ThemeNode { Code = "020299", ParentCode = "0202", Level = 3, NameZh = "迎峰度夏专项", NameEn = "Summer peak", Themes = "TD-02" }];
        });
        await ImportAsync(store);

        var tree = await NodesAsync(store);
        Assert.Equal(["02", "0202", "020299", "03", "0303", "030304"], tree.Where(node => char.IsDigit(node.Code[0])).Select(node => node.Code).Order());
        Assert.Equal("居民大电量（本市口径）", tree.Single(node => node.Code == "030304").NameZh);
        Assert.Equal(["DJ-12", "TD-02"], tree.Where(node => char.IsDigit(node.Code[0])).SelectMany(TreeUpgrade.ThemesOf).Order());
        var hung = tree.SelectMany(TreeUpgrade.ThemesOf).ToList();
        Assert.Equal((80, 80), (hung.Count, hung.Distinct().Count()));
    }

    [Fact]
    public async Task Import_AfterPeopleEmptiedTheTree_LeavesItEmpty()
    {
        await using var store = await TestStore.CreateAsync();
        await ImportAsync(store);
        await store.Door.RunAsync("1", async session => await session.ExecuteAsync($"delete from theme_node where level > {0}"));
        await ImportAsync(store);
        Assert.Empty(await NodesAsync(store));
    }

    /// <summary>A database as the product wrote it before trees had versions.</summary>
    private static Task SeedFirstAsync(TestStore store, Func<List<ThemeNode>, List<ThemeNode>> change) => store.Door.RunAsync("system", async session =>
    {
        foreach (var node in change([.. ShippedTree.Read(1)]))
        {
            await session.InsertAsync(node);
        }
    });

    private static async Task<List<ThemeNode>> NodesAsync(TestStore store)
    {
        await using var db = store.Context();
        return await db.Set<ThemeNode>().AsNoTracking().ToListAsync();
    }

    private static async Task<List<string>> KindsAsync(TestStore store)
    {
        await using var db = store.Context();
        return await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == "theme-tree/1").Select(row => row.Kind).ToListAsync();
    }
}
