using System.Buffers;
using System.Globalization;
using System.Text;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Checks the form of parameters, collecting all that are wrong (ID-058, ID-263). Says which, never what they were (ID-264).</summary>
internal sealed class ParameterCheck(QuotaTable quotas)
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> NameChars = SearchValues.Create(LettersAndDigits + "_+=,.@-");
    private static readonly SearchValues<char> SamlNameChars = SearchValues.Create(LettersAndDigits + "._-");
    private static readonly SearchValues<char> PolicyPathChars = SearchValues.Create(LettersAndDigits + ".,+@=_-/");

    public QuotaTable Quotas { get; } = quotas;

    private readonly List<IamErrorDetail> _wrong = [];
    private IamException? _first;

    /// <summary>Whether anything is wrong so far.</summary>
    public bool HasFailed => _wrong.Count > 0 || _first is not null;

    /// <summary>Raises what was found: of <c>ValidationError</c>s all together, else the first refusal of another code.</summary>
    public void Throw()
    {
        if (_wrong.Count == 0)
        {
            if (_first is not null)
            {
                throw _first;
            }

            return;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_wrong.Count} validation error{(_wrong.Count == 1 ? "" : "s")} detected: ");
        text.AppendJoin("; ", _wrong.Select(w => w.Message));
        throw new IamException(IamErrorCode.ValidationError, text.ToString(), [.. _wrong]);
    }

    /// <summary>A name of <c>[\w+=,.@-]</c>.</summary>
    public void Name(string? value, string parameter, int maxLength, string rule) => Text(value, parameter, 1, maxLength, NameChars, @"[\w+=,.@-]+", rule);

    /// <summary>A SAML provider's name (ID-050).</summary>
    public void SamlName(string? value, string parameter) => Text(value, parameter, 1, 128, SamlNameChars, @"[\w._-]+", "ID-050");

    /// <summary>A path of anything but managed policies (ID-053).</summary>
    public void ObjectPath(string? value, string parameter)
    {
        if (value is null)
        {
            return;
        }

        Length(value, parameter, 1, 512, "ID-053");
        var isPath = value is "/" || (value is ['/', _, .., '/'] && !value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7E'));
        Require(isPath, parameter, @"must satisfy the pattern (\x2F)|(\x2F[\x21-\x7E]+\x2F)", "ID-053");
    }

    /// <summary>A path of a managed policy (ID-054).</summary>
    public void PolicyPath(string? value, string parameter)
    {
        if (value is null)
        {
            return;
        }

        Length(value, parameter, 1, 512, "ID-054");
        var isPath = value is "/" || (value is ['/', _, .., '/'] && !value.AsSpan().ContainsAnyExcept(PolicyPathChars) && !value.Contains("//", StringComparison.Ordinal));
        Require(isPath, parameter, "must satisfy the pattern ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/", "ID-054");
    }

    /// <summary>The beginning of paths (ID-055).</summary>
    public void PathPrefix(string? value, string parameter = "PathPrefix")
    {
        if (value is null)
        {
            return;
        }

        Length(value, parameter, 1, 512, "ID-055");
        Require(value is ['/', ..] && !value.AsSpan().ContainsAnyExceptInRange('\x21', '\x7F'), parameter, @"must satisfy the pattern \x2F[\x21-\x7F]*", "ID-055");
    }

    /// <summary>The number of items asked for and the place to go on from (ID-265).</summary>
    public void Paging(int? maxItems, string? marker)
    {
        Range(maxItems, "MaxItems", 1, 1000, "ID-265");
        if (marker is not null)
        {
            Length(marker, "Marker", 1, 320, "ID-265");
        }
    }

    /// <summary>A policy's description (ID-056).</summary>
    public void PolicyDescription(string? value)
    {
        if (value is not null)
        {
            Length(value, "Description", 0, 1000, "ID-056");
        }
    }

    /// <summary>A role's description (ID-057).</summary>
    public void RoleDescription(string? value)
    {
        if (value is null)
        {
            return;
        }

        Length(value, "Description", 0, 1000, "ID-057");
        var isText = true;
        foreach (var c in value)
        {
            isText &= c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or (>= '\u00A1' and <= '\u00FF');
        }

        Require(isText, "Description", @"must satisfy the pattern [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*", "ID-057");
    }

    /// <summary>A policy document as passed (ID-210).</summary>
    public void Document(string? value, string parameter)
    {
        if (Require(value is not null, parameter, "is required", "ID-210"))
        {
            Length(value!, parameter, 1, Quotas.ValueOf(Quota.PolicyDocumentSize), "ID-210");
        }
    }

    /// <summary>The ARN of a managed policy; another form is <c>InvalidInput</c> (ID-148, ID-153).</summary>
    public void PolicyArn(string? value, string parameter, string rule)
    {
        if (Require(value is not null, parameter, "is required", rule) && !IsPolicyArn(value!))
        {
            Refuse(Refusals.Invalid($"{parameter} is not the ARN of a policy.", rule));
        }
    }

    /// <summary>The form of tags (ID-072); what they must not be is checked later (ID-073, ID-075).</summary>
    public void Tags(ValueList<Tag> tags, string parameter = "Tags")
    {
        for (var i = 0; i < tags.Count; i++)
        {
            var place = FormattableString.Invariant($"{parameter}.{i + 1}");
            TagText(tags[i].Key, $"{place}.Key", 1, 128);
            TagText(tags[i].Value ?? "", $"{place}.Value", 0, 256);
        }
    }

    /// <summary>The form of tag keys (ID-072).</summary>
    public void TagKeys(ValueList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            TagText(keys[i], FormattableString.Invariant($"TagKeys.{i + 1}"), 1, 128);
        }
    }

    /// <summary>A number in a range; none is fine.</summary>
    public void Range(int? value, string parameter, int minimum, int maximum, string rule)
    {
        if (value is { } number)
        {
            Require(number >= minimum && number <= maximum, parameter, FormattableString.Invariant($"must be between {minimum} and {maximum}"), rule);
        }
    }

    /// <summary>A text of allowed characters and length.</summary>
    public void Text(string? value, string parameter, int minimum, int maximum, SearchValues<char> chars, string pattern, string rule)
    {
        if (!Require(value is not null, parameter, "is required", rule))
        {
            return;
        }

        Length(value!, parameter, minimum, maximum, rule);
        Require(!value.AsSpan().ContainsAnyExcept(chars), parameter, $"must satisfy the pattern {pattern}", rule);
    }

    /// <summary>A length in UTF-16 code units.</summary>
    public void Length(string value, string parameter, int minimum, int maximum, string rule) =>
        Require(value.Length >= minimum && value.Length <= maximum, parameter, FormattableString.Invariant($"must have length between {minimum} and {maximum}"), rule);

    /// <summary>Notes a wrong parameter unless the condition holds; gives the condition back.</summary>
    public bool Require(bool condition, string parameter, string constraint, string rule)
    {
        if (!condition)
        {
            _wrong.Add(new(rule, parameter, $"Value at '{parameter}' failed to satisfy constraint: Member {constraint}"));
        }

        return condition;
    }

    /// <summary>Notes a refusal of another code than <c>ValidationError</c>.</summary>
    public void Refuse(IamException refusal) => _first ??= refusal;

    private static bool IsPolicyArn(string value) =>
        Arn.TryParse(value, out var arn) && arn.Service is "iam" && arn.Region.IsEmpty
        && (arn.Account is "aws" || AccountId.IsValid(arn.Account))
        && arn.Resource.StartsWith("policy/", StringComparison.Ordinal) && arn.Resource.Length > "policy/".Length && arn.Resource[^1] != '/';

    private void TagText(string? value, string parameter, int minimum, int maximum)
    {
        if (!Require(value is not null, parameter, "is required", "ID-072"))
        {
            return;
        }

        var count = 0;
        var isText = true;
        foreach (var rune in value!.EnumerateRunes())
        {
            count++;
            isText &= Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune.Value is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';
        }

        Require(count >= minimum && count <= maximum, parameter, FormattableString.Invariant($"must have length between {minimum} and {maximum}"), "ID-072");
        Require(isText, parameter, @"must satisfy the pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]*", "ID-072");
    }
}
