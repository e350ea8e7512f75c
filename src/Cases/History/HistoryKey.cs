using System.Security.Cryptography;

namespace CaseMgmt.Cases.History;

/// <summary>
/// The key that signs daily roots: ECDSA P-256, in a file of its own outside the database ("keys" in the data directory), so that whoever can
/// rewrite the database cannot sign what they wrote. Verifying needs the public half only.
/// </summary>
public sealed class HistoryKey : IDisposable
{
    private readonly ECDsa key;

    private HistoryKey(ECDsa key)
    {
        this.key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the public key.</summary>
    public string Id { get; }

    /// <summary>The signing key of a data directory; made on first use, readable by its owner only.</summary>
    public static HistoryKey OpenOrCreate(string dataDirectory)
    {
        var path = PrivatePath(dataDirectory);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            File.WriteAllText(path, fresh.ExportPkcs8PrivateKeyPem());
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.WriteAllText(PublicPath(dataDirectory), fresh.ExportSubjectPublicKeyInfoPem());
        }

        return Read(path);
    }

    /// <summary>The public key of a data directory, or null where no root was ever sealed.</summary>
    public static HistoryKey? OpenPublic(string dataDirectory) => File.Exists(PublicPath(dataDirectory)) ? Read(PublicPath(dataDirectory)) : null;

    public byte[] Sign(byte[] hash) => key.SignHash(hash);

    public bool Verify(byte[] hash, byte[] signature) => key.VerifyHash(hash, signature);

    public void Dispose() => key.Dispose();

    private static HistoryKey Read(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new(key);
    }

    private static string PrivatePath(string dataDirectory) => Path.Combine(dataDirectory, "keys", "history-root.pem");

    private static string PublicPath(string dataDirectory) => Path.Combine(dataDirectory, "keys", "history-root.pub.pem");
}
