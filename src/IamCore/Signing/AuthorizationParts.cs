namespace IamCore.Signing;

/// <summary>
/// The three parts of the <c>Authorization</c> header after the algorithm, in any order, with or without spaces after the commas
/// (CR-091).
/// </summary>
internal readonly record struct AuthorizationParts(
    ReadOnlyMemory<char> Credential, ReadOnlyMemory<char> SignedHeaders, ReadOnlyMemory<char> Signature)
{
    public static bool TryRead(ReadOnlyMemory<char> text, out AuthorizationParts parts)
    {
        parts = default;
        ReadOnlyMemory<char>? credential = null, signedHeaders = null, signature = null;
        Span<Range> ranges = stackalloc Range[4];
        var span = text.Span;
        if (span.Split(ranges, ',') != 3)
        {
            return false;
        }

        foreach (var range in ranges[..3])
        {
            var piece = text[range].Trim(' ');
            var equal = piece.Span.IndexOf('=');
            if (equal < 0)
            {
                return false;
            }

            var value = piece[(equal + 1)..];
            ReadOnlyMemory<char>? former;
            switch (piece.Span[..equal])
            {
                case "Credential":
                    (former, credential) = (credential, value);
                    break;
                case "SignedHeaders":
                    (former, signedHeaders) = (signedHeaders, value);
                    break;
                case "Signature":
                    (former, signature) = (signature, value);
                    break;
                default:
                    return false;
            }

            if (former is not null)
            {
                return false;
            }
        }

        parts = new(credential!.Value, signedHeaders!.Value, signature!.Value);
        return true;
    }
}
