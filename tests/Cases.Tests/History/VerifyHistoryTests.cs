using System.Text.Json.Nodes;
using CaseMgmt.Cases.History;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tests.History;

/// <summary>Somebody with full access to the database file tampers; the verification names what they did.</summary>
public sealed class VerifyHistoryTests
{
    [Fact]
    public async Task Verify_UntouchedHistory_IsWhole()
    {
        await using var store = await StoreWithHistoryAsync();
        var verdict = await VerifyAsync(store);
        Assert.Null(verdict.Problem);
        Assert.Equal((3, 12, 1), (verdict.Subjects, verdict.Entries, verdict.Roots));
    }

    [Theory]
    [InlineData("update history set data = '{\"conclusion\":\"无问题\"}' where subject = 'case/2' and seq = 2", "broken", "case/2")]
    [InlineData("update history set actor = '9' where subject = 'case/1' and seq = 4", "broken", "case/1")]
    [InlineData("delete from history where subject = 'case/2' and seq = 2", "missing", "case/2")]
    [InlineData("delete from history where subject = 'case/3' and seq = 4", "cut", "case/3")]
    [InlineData("delete from history where subject = 'case/2'", "missing", "case/2")]
    [InlineData("delete from history_head where subject = 'case/2'", "missing", "case/2")]
    [InlineData("update history_root set sealed_at = '2026-01-01 00:00:00'", "broken", "root 1")]
    [InlineData("update history_root set signature = zeroblob(64)", "forged", "root 1")]
    [InlineData("update history_personal set content = '李四' where subject = 'case/1' and seq = 4", "broken", "case/1")]
    public async Task Verify_TamperedRow_NamesIt(string tampering, string kind, string subject)
    {
        await using var store = await StoreWithHistoryAsync();
        await TamperAsync(store, tampering);
        var problem = (await VerifyAsync(store)).Problem;
        Assert.Equal((kind, subject), (problem?.Kind, problem?.Subject));
    }

    [Fact]
    public async Task Verify_ChainCutTogetherWithItsHead_IsSeenByTheRoot()
    {
        await using var store = await StoreWithHistoryAsync();
        await TamperAsync(store, CutWithHead);
        var problem = (await VerifyAsync(store)).Problem;
        Assert.Equal(("cut", "case/3"), (problem?.Kind, problem?.Subject));
    }

    [Fact]
    public async Task Verify_ChainDeletedWithItsHeadAndLeaf_IsNamedByTheExportedFile()
    {
        await using var store = await StoreWithHistoryAsync();
        var exported = await ExportAsync(store);
        await TamperAsync(store, "delete from history where subject = 'case/2'", "delete from history_head where subject = 'case/2'");
        Assert.Equal(("missing", "case/2"), ((await VerifyAsync(store)).Problem is { } first ? (first.Kind, first.Subject) : default));

        await TamperAsync(store, "delete from history_leaf where subject = 'case/2'");
        Assert.Equal("root 1", (await VerifyAsync(store)).Problem?.Subject);
        Assert.Equal(("missing", "case/2"), ((await VerifyAsync(store, exported)).Problem is { } told ? (told.Kind, told.Subject) : default));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{\"subject\":\"case/1\",\"entries\":1,\"hash\":\"no hash\"}")]
    [InlineData("{}")]
    public async Task Verify_RootsFileDamaged_SaysInWhichLine(string line)
    {
        await using var store = await StoreWithHistoryAsync();
        var damaged = await Assert.ThrowsAsync<InvalidDataException>(() => VerifyAsync(store, "\n" + line));
        Assert.Equal("Line 2 of the roots file is damaged.", damaged.Message);
    }

    [Fact]
    public async Task Verify_RootsDeletedToo_IsSeenByTheExportedFile()
    {
        await using var store = await StoreWithHistoryAsync();
        var exported = await ExportAsync(store);
        await TamperAsync(store, CutWithHead, "delete from history_root", "delete from history_leaf");
        Assert.Null((await VerifyAsync(store)).Problem);

        var problem = (await VerifyAsync(store, exported)).Problem;
        Assert.Equal(("missing", "root 1"), (problem?.Kind, problem?.Subject));
    }

    [Fact]
    public async Task Verify_HistoryGrownSinceTheExport_IsStillWhole()
    {
        await using var store = await StoreWithHistoryAsync();
        var exported = await ExportAsync(store);
        await AppendAsync(store, "case/1", 3);
        using var key = HistoryKey.OpenOrCreate(store.Directory);
        Assert.Equal(1, await SealHistory.RunAsync(store.Door, key));

        var verdict = await VerifyAsync(store, exported);
        Assert.Null(verdict.Problem);
        Assert.Equal(2, verdict.Roots);
    }

    [Fact]
    public async Task Verify_PersonalValuesErasedByOrder_IsStillWhole()
    {
        await using var store = await StoreWithHistoryAsync();
        Assert.Equal(1, await ErasePersonal.RunAsync(store.Door, "1", "case/1", "DSB 2026-17"));
        Assert.Null((await VerifyAsync(store)).Problem);
    }

    [Fact]
    public async Task Seal_DayWithoutChanges_IsARootOfItsOwn()
    {
        await using var store = await StoreWithHistoryAsync();
        using var key = HistoryKey.OpenOrCreate(store.Directory);
        Assert.Equal(1, await SealHistory.RunAsync(store.Door, key));
        Assert.Equal(2, (await VerifyAsync(store)).Roots);
    }

    private const string CutWithHead =
        "delete from history where subject = 'case/3' and seq = 4; update history_head set entries = 3, hash = (select hash from history where subject = 'case/3' and seq = 3) where subject = 'case/3'";

    private static async Task<TestStore> StoreWithHistoryAsync()
    {
        var store = await TestStore.CreateAsync();
        foreach (var subject in new[] { "case/1", "case/2", "case/3" })
        {
            await AppendAsync(store, subject, 3);
            await store.Door.RunAsync("7", session => session.AppendHistoryAsync(
                subject, "work-item.completed", [], subject == "case/1" ? new Dictionary<string, string> { ["name"] = "张三" } : null));
        }

        using var key = HistoryKey.OpenOrCreate(store.Directory);
        await SealHistory.RunAsync(store.Door, key);
        return store;
    }

    private static async Task AppendAsync(TestStore store, string subject, int entries)
    {
        for (var entry = 0; entry < entries; entry++)
        {
            await store.Door.RunAsync("7", session => session.AppendHistoryAsync(subject, "form.answered", new JsonObject { ["conclusion"] = "属实" }));
        }
    }

    private static async Task<HistoryVerdict> VerifyAsync(TestStore store, string? exported = null)
    {
        using var key = HistoryKey.OpenPublic(store.Directory);
        using var file = exported is null ? null : new StringReader(exported);
        return await VerifyHistory.RunAsync(store.Context, key, file);
    }

    private static async Task<string> ExportAsync(TestStore store)
    {
        await using var context = store.Context();
        await using var file = new StringWriter();
        await RootsFile.WriteAsync(context, file);
        return file.ToString();
    }

    // As somebody would: past the product, in the file itself.
    private static async Task TamperAsync(TestStore store, params string[] statements)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(store.Directory, "cases.db")};Pooling=false");
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }
    }
}
