namespace IamCore.Policies.Compilation;

/// <summary>The fields of a resource pattern before the resource: partition, service, region, account. Never with variables (PL-089).</summary>
internal sealed class HeadPattern
{
    private readonly FieldPattern _partition;
    private readonly FieldPattern _service;
    private readonly FieldPattern _region;
    private readonly FieldPattern _account;

    public HeadPattern(string text)
    {
        Text = text;
        Span<Range> fields = stackalloc Range[4];
        var span = text.AsSpan(0, text.Length - 1);
        span.Split(fields, ':');
        _partition = new FieldPattern(span[fields[0]]);
        _service = new FieldPattern(span[fields[1]]);
        _region = new FieldPattern(span[fields[2]]);
        _account = new FieldPattern(span[fields[3]]);
        IsLiteral = _partition.IsLiteral && _service.IsLiteral && _region.IsLiteral && _account.IsLiteral;
    }

    /// <summary>The four fields as written, with the colon after each, for example <c>aws:s3:::</c>.</summary>
    public string Text { get; }

    /// <summary>Whether there is no wildcard in any field.</summary>
    public bool IsLiteral { get; }

    /// <summary>The same fields of an ARN, each with the colon after it.</summary>
    public static ReadOnlySpan<char> Of(in Arn arn) => arn.Text.AsSpan(4, arn.ResourceStart - 4);

    public bool IsMatch(in Arn arn) => IsLiteral
        ? Of(arn).SequenceEqual(Text)
        : _region.IsMatch(arn.Region) && _account.IsMatch(arn.Account) && _service.IsMatch(arn.Service) && _partition.IsMatch(arn.Partition);
}
