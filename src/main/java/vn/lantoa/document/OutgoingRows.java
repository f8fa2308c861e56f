package vn.lantoa.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitsMerged;
import vn.lantoa.organization.VietnameseText;

/** The rows of table {@code outgoing_document}. */
@Component
class OutgoingRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutgoingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<OutgoingDocument> find(long id) {
        return jdbc.sql("select * from outgoing_document where id = ?")
                .param(id)
                .query(OutgoingDocument::read)
                .optional();
    }

    Optional<OutgoingDocument> lock(long id) {
        return jdbc.sql("select * from outgoing_document where id = ? for update")
                .param(id)
                .query(OutgoingDocument::read)
                .optional();
    }

    /** Every document of a dossier that was not dropped, the oldest first. */
    List<OutgoingDocument> of(DossierKey dossier) {
        return jdbc.sql(
                        """
                        select * from outgoing_document where dossier_type = ? and dossier_id = ? and state <> 'DROPPED'
                        order by id""")
                .params(dossier.type(), dossier.id())
                .query(OutgoingDocument::read)
                .list();
    }

    void insert(DossierKey dossier, int revision, UnitId unit, String type, String title, boolean inStep) {
        jdbc.sql(
                        """
                        insert into outgoing_document (dossier_type, dossier_id, revision, unit_id, document_type, title, search_text, state,
                        in_step, asked_at, digitally_signed) values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, false)""")
                .params(dossier.type(), dossier.id(), revision, unit.value(), type, title)
                .params(VietnameseText.searchText(title), inStep, Timestamp.from(clock.instant()))
                .update();
    }

    void drop(DossierKey dossier) {
        jdbc.sql(
                        """
                        update outgoing_document set state = 'DROPPED', in_step = false
                        where dossier_type = ? and dossier_id = ? and state = 'WAITING'""")
                .params(dossier.type(), dossier.id())
                .update();
    }

    /** One unit went on as another: what waits for a number gets it from the other's records office, in the other's register. */
    @EventListener
    void on(UnitsMerged merged) {
        jdbc.sql("update outgoing_document set unit_id = ? where unit_id = ? and state = 'WAITING'")
                .params(merged.into().value(), merged.from().value())
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another document was quicker to have this number */
    void number(long id, DocumentNumber number, Actor by) {
        jdbc.sql(
                        """
                        update outgoing_document set state = 'NUMBERED', in_step = false, register = ?, register_year = ?, number_no = ?,
                        symbol = ?, dated = ?, search_text = search_text || cast(? as varchar(200)), numbered_by = ?, numbered_by_name = ?,
                        numbered_at = ? where id = ?""")
                .params(number.register(), number.date().getYear(), number.number(), number.symbol(), number.date())
                .params(VietnameseText.searchText(number.number() + "/" + number.symbol()))
                .params(by.id().value(), by.name(), Timestamp.from(clock.instant()), id)
                .update();
    }

    void sign(long id, long file, boolean digitally) {
        jdbc.sql("update outgoing_document set signed_file_id = ?, digitally_signed = ? where id = ?")
                .params(file, digitally, id)
                .update();
    }

    /** Who has this number already. */
    Optional<OutgoingDocument> holder(UnitId unit, String register, int year, int number) {
        return jdbc.sql(
                        """
                        select * from outgoing_document where unit_id = ? and register = ? and register_year = ? and number_no = ?""")
                .params(unit.value(), register, year, number)
                .query(OutgoingDocument::read)
                .optional();
    }

    int lastNumber(UnitId unit, String register, LocalDate on) {
        return jdbc.sql(
                        """
                        select coalesce(max(number_no), 0) from outgoing_document
                        where unit_id = ? and register = ? and register_year = ?""")
                .params(unit.value(), register, on.getYear())
                .query(Integer.class)
                .single();
    }

    Optional<String> lastSymbol(UnitId unit, String type) {
        return jdbc.sql(
                        """
                        select symbol from outgoing_document where unit_id = ? and document_type = ? and state = 'NUMBERED'
                        order by numbered_at desc, id desc limit 1""")
                .params(unit.value(), type)
                .query(String.class)
                .optional();
    }
}
