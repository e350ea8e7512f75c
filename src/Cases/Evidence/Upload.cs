using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CaseMgmt.Cases.Evidence;

/// <summary>A multipart request read part by part: the file goes to disk as it comes and is never held in memory.</summary>
internal sealed class Upload : IDisposable
{
    private const int FieldLimit = 200;

    public EvidenceStore.Arrived? File { get; private set; }

    public string FileName { get; private set; } = "";

    public bool TooLarge { get; private set; }

    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public void Dispose() => File?.Dispose();

    public double? Number(string name) =>
        double.TryParse(Fields.GetValueOrDefault(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public DateTime? Time(string name) =>
        DateTimeOffset.TryParse(Fields.GetValueOrDefault(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value.UtcDateTime : null;

    /// <summary>Null when the request is not multipart. Stops reading at a file over the limit.</summary>
    public static async Task<Upload?> ReadAsync(HttpRequest request, EvidenceStore store, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body);
        var upload = new Upload();
        while (!upload.TooLarge && await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            await upload.TakeAsync(section, store, cancellation);
        }

        return upload;
    }

    private async Task TakeAsync(MultipartSection section, EvidenceStore store, CancellationToken cancellation)
    {
        if (section.AsFileSection() is { } file)
        {
            File?.Dispose();
            FileName = CleanName(file.FileName);
            File = await store.ReceiveAsync(file.FileStream!, cancellation);
            TooLarge = File is null;
        }
        else if (section.AsFormDataSection() is { } field)
        {
            var value = await field.GetValueAsync(cancellation);
            Fields[field.Name] = value.Length <= FieldLimit ? value : value[..FieldLimit];
        }
    }

    // Some browsers send a whole path; control characters would split the header of the download.
    private static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(letter => !char.IsControl(letter))).Trim();
        return clean.Length <= 200 ? clean : clean[..150] + Path.GetExtension(clean);
    }
}
