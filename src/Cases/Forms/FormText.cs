using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Forms;

/// <summary>A form as text: the way files are written, and the identity of what it asks.</summary>
public static class FormText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject form) => form.ToJsonString(Indented) + "\n";

    /// <summary>SHA-256 over canonical JSON without the version: the same questions under another number are the same form.</summary>
    public static string Hash(JsonObject form)
    {
        var content = (JsonObject)form.DeepClone();
        content.Remove("version");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Text(content))));
    }
}
