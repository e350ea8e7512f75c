using CaseMgmt.Designer.Hosting;

namespace CaseMgmt.Host.Tests.Designer;

public sealed class StudioFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("studio").FullName;
    private readonly StudioFiles files;

    public StudioFilesTests()
    {
        Write("package.json", """{"version":"3.8.2"}""");
        Write("_framework/System.98tzo6dc2v.wasm", "plain");
        Write("_framework/System.98tzo6dc2v.wasm.br", "br");
        Write("_framework/System.98tzo6dc2v.wasm.gz", "gz");
        Write("_content/jquery.validation.js", "plain");
        files = new StudioFiles([Path.Combine(folder, "absent"), folder + Path.DirectorySeparatorChar]);
    }

    [Fact]
    public void Find_BrowserTakesBrotli_SendsTheTwinUnderTheOriginalType()
    {
        var file = files.Find("_framework/System.98tzo6dc2v.wasm", "gzip, deflate, br");

        Assert.NotNull(file);
        Assert.Equal(("application/wasm", "br", true), (file.ContentType, file.Encoding, file.Immutable));
        Assert.Equal("br", File.ReadAllText(file.Path));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public void Find_OtherEncodings_SendsTheBestOneThatIsTaken(string accepted, string? expected) =>
        Assert.Equal(expected, files.Find("_framework/System.98tzo6dc2v.wasm", accepted)!.Encoding);

    [Fact]
    public void Find_NameWithoutFingerprint_MustBeRevalidatedByPackageVersion()
    {
        var file = files.Find("_content/jquery.validation.js", "br");

        Assert.NotNull(file);
        Assert.False(file.Immutable);
        Assert.Equal("\"3.8.2\"", file.ETag);
        Assert.Null(file.Encoding);
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("absent.js")]
    [InlineData("")]
    public void Find_OutsideThePackageOrAbsent_IsNothing(string path) => Assert.Null(files.Find(path, ""));

    [Fact]
    public void Present_WithoutPackage_IsFalse()
    {
        var none = new StudioFiles([Path.Combine(folder, "absent")]);

        Assert.False(none.Present);
        Assert.Null(none.Find("package.json", ""));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
