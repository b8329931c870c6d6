package io.tradelane.trading.order;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why a document can never be applied as it is; the code goes into ERC 9321 of an APERAK, the text into its FTX. */
public enum Refusal {
    /** EDIFACT data element 9321 has no list of its own; 26 is what 0085 calls a duplicate. */
    DOCUMENT_REPEATED("26", "Document %s came before.", "单证 %s 此前已收到。"),
    NUMBER_USED("26", "The number %s came before with other content.", "编号 %s 此前已用于其他内容。"),
    UNKNOWN_PARTIES("12", "Buyer or supplier is not known here: send NAD+BY and NAD+SU with a registered identifier.",
            "采购方或供应商未知：请在 NAD+BY 和 NAD+SU 中使用已登记的标识。"),
    NO_LINES("TL01", "The document has no lines.", "单证没有明细行。"),
    NOT_ORIGINAL("TL02", "Only an original can be processed; the message function is %s.", "只能处理原始单证；报文功能为 %s。"),
    WRONG_SENDER("TL03", "The sender is not the %s that the document names.", "发送方不是单证所指的 %s。"),
    UNKNOWN_CURRENCY("TL04", "%s is not an ISO 4217 currency code.", "%s 不是 ISO 4217 币种代码。"),
    SAME_PARTY("TL05", "Buyer and supplier are the same company.", "采购方与供应商是同一企业。"),
    UNKNOWN_BUYER("TL06", "No trading partner is known for the buyer.", "采购方不是已知的贸易伙伴。"),
    UNKNOWN_SUPPLIER("TL07", "No trading partner is known for the supplier.", "供应商不是已知的贸易伙伴。"),
    NUMBER_TOO_LONG("TL08", "The document number is longer than 70 characters.", "单证编号超过 70 个字符。"),
    DUPLICATE_SSCC("TL11", "SSCC %s is on more than one package.", "SSCC %s 出现在多个包装上。"),
    TOTALS_DIFFER("TL21", "The totals do not add up: %s.", "合计不符：%s。"),
    CURRENCY_DIFFERS("TL22", "The currency %s is not that of the order.", "币种 %s 与订单不同。"),
    QUANTITY_NOT_POSITIVE("TL23", "The quantity must be greater than zero.", "数量必须大于零。"),
    PRICE_NEGATIVE("TL24", "The price must not be negative.", "价格不得为负。"),
    NUMBER_TOO_LARGE("TL26", "A price or quantity has more than twelve digits before the decimal point.", "价格或数量的整数部分超过十二位。"),
    DUPLICATE_LINE("TL25", "Two lines have the same number.", "两行的行号相同。"),
    BIDDING_ENDED("TL31", "The request takes no quotation any more: it ended at %s.", "询价已于 %s 截止，不再接受报价。"),
    DEADLINE_PAST("TL32", "The request ends in the past: %s.", "询价的截止时间已过：%s。"),
    NOT_SHORTLISTED("TL33", "The supplier is not invited to this round of the request.", "该供应商未受邀参加本轮询价。"),
    QUOTATION_DECIDED("TL34", "The quotation is accepted already.", "报价已被接受。"),
    NOTHING_OFFERED("TL35", "No line has a price.", "没有任何一行给出价格。"),
    VALIDITY_ENDED("TL36", "The quotation was valid until %s.", "报价有效期至 %s，已过期。");

    private final String code;
    private final String text;
    private final String chinese;

    Refusal(String code, String text, String chinese) {
        this.code = code;
        this.text = text;
        this.chinese = chinese;
    }

    /** What an error says, in Chinese; as it is if nobody here said it. */
    public static String chinese(ApplicationError error) {
        for (Refusal one : values()) {
            Matcher matcher = Pattern.compile(Pattern.quote(one.text).replace("%s", "\\E(.*)\\Q")).matcher(error.text());
            if (one.code.equals(error.code()) && matcher.matches()) {
                return one.chinese.formatted(IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toArray());
            }
        }
        return error.text();
    }

    public String code() {
        return code;
    }

    public ApplicationError error(Object... details) {
        return new ApplicationError(code, text.formatted(details), null);
    }

    public ApplicationError onLine(@Nullable String lineNumber, Object... details) {
        return new ApplicationError(code, text.formatted(details), lineNumber);
    }
}
